# The network's colours and logo.

column-accent = Color principal
column-logo = Logotipo
column-colour = Color

error-colour = El color no está escrito como #rrggbb.
    .mend = Escriba una almohadilla y seis cifras hexadecimales, como #0b3d91.
error-colour-too-pale = El color es demasiado claro: sobre blanco no se puede leer.
    .mend = Elija uno más oscuro: el contraste con el blanco debe ser de 4,5 a 1 como mínimo.
error-logo-no-picture = El logotipo no es una imagen.
    .mend = Use un archivo SVG o PNG de 4000 píxeles de lado como máximo.
error-logo-too-large = El logotipo es demasiado grande.
    .mend = Use un archivo de 100 kB como máximo, con menos de 2000 elementos.
error-logo-does-more = El logotipo hace algo más que dibujar: contiene guiones, animaciones, hojas de estilo, imágenes incrustadas o direcciones de fuera.
    .mend = Expórtelo de nuevo como SVG simple, con las formas convertidas en trazados.
error-logo-not-on-paper = El logotipo no se puede componer en la página impresa: la imagen está dañada, no tiene tamaño o usa algo que el compositor no dibuja.
    .mend = Guárdelo de nuevo como SVG simple con anchura y altura, o como PNG.

error-no-network = Todavía no hay ninguna red en este registro.
    .mend = Importe primero networks.csv, con el código y el nombre de la red.
