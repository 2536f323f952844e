# `decapolis generate`: un registro inventado para medir.

generate-done = Se han escrito { $rows } filas inventadas en { $seconds } segundos, en un solo asiento. Ninguna es real.
error-generate-not-empty = En este registro ya hay datos.
    .mend = Los datos inventados solo se escriben en un registro vacío: indique un archivo nuevo en DECAPOLIS_DATABASE.
