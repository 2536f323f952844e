# `decapolis verify`: qué se ha comprobado y qué no está como se escribió. El lugar precede a la frase: tabla, fila, código, asiento, día, lote.

verify-register = Registro
verify-entries =
    { $n ->
        [one] { $count } asiento del diario comprobado
        [many] { $count } de asientos del diario comprobados
       *[other] { $count } asientos del diario comprobados
    }
verify-versions =
    { $n ->
        [one] { $count } versión de fila comprobada, vigente o sustituida
        [many] { $count } de versiones de filas comprobadas, vigentes y sustituidas
       *[other] { $count } versiones de filas comprobadas, vigentes y sustituidas
    }
verify-erased =
    { $n ->
        [one] en { $count } de ellas se suprimieron los datos personales; se ha comprobado por el resumen criptográfico guardado de esos datos
        [many] en { $count } de ellas se suprimieron los datos personales; se han comprobado por los resúmenes criptográficos guardados de esos datos
       *[other] en { $count } de ellas se suprimieron los datos personales; se han comprobado por los resúmenes criptográficos guardados de esos datos
    }
verify-intact = Todo está como se escribió.
verify-chain = Cadena del asiento { $number }: { $chain }
verify-more =
    { $n ->
        [one] y { $count } diferencia más
        [many] y { $count } de diferencias más
       *[other] y { $count } diferencias más
    }
verify-place-row = fila { $row }
verify-place-entry = asiento { $number }
verify-place-batch = lote { $batch }
verify-row-altered = la fila no dice lo que se anotó
verify-version-altered = una versión sustituida de la fila no dice lo que se anotó
verify-row-unsealed = este programa no escribió la fila: no tiene sello
verify-row-missing = el asiento anotó una versión de esta fila y ya no está
verify-row-added = el asiento no anotó esta fila: se añadió después
verify-end-missing = el asiento sustituyó una versión de esta fila y ya no está
verify-end-added = el asiento no sustituyó ninguna versión de esta fila: se añadió después
verify-contents-differ = las filas son las que anotó el asiento, pero no lo que anotó
verify-no-such-entry = hay filas que dicen haber sido anotadas por un asiento que no consta en el diario
verify-entry-altered = el asiento, lo que tocó o el asiento anterior no es lo que se encadenó
verify-entry-unchained = este programa no escribió el asiento: no está encadenado
verify-entry-missing = el asiento falta en el diario
verify-last-entries-missing = el diario termina antes de este asiento, que el contador conoce
verify-entry-added = el contador no conoce este asiento: se añadió después
verify-id-beyond-counter = la fila tiene un número que nunca se asignó
verify-head-differs = el registro señala otro asiento como el último que modificó esta tabla; puede que sus cifras no se hayan vuelto a contar
verify-unreadable = no se puede leer
verify-file-damaged = el archivo está dañado
verify-place-register = registro
verify-editions-unread = Las ediciones no se pueden comprobar ({ $why }).

error-verify-different = El registro no está como se escribió.
    .mend = Conserve este resultado y una copia del registro, compárelo con una copia de seguridad y averigüe quién pudo escribir en la base de datos.
error-verify-empty = No hay nada que comprobar: el registro no tiene ningún asiento.
    .mend = Si se escribió algo en él, esto es una copia sin su bitácora: copie el archivo cuando el programa haya terminado, junto con los archivos -wal y -shm que estén al lado.
error-verify-moved = Otro programa ha escrito en el registro mientras se leía; el resultado no es seguro.
    .mend = Repita la orden.
