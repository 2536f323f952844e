# Configuración de la red.

settings-title = Configuración
action-network-change-settings = Cambiar la configuración de la red
error-zone = «{ $text }» no es una zona horaria.
    .mend = Escriba su nombre en la lista de la IANA, como Europe/Madrid o America/Bogota.
error-languages = El programa no tiene palabras en ninguno de estos idiomas: «{ $text }».
    .mend = Indique al menos uno de es, en y fr, como códigos separados por espacios.
error-site-address = «{ $text }» no es la dirección de un sitio.
    .mend = Escríbala como https://network.example, sin ruta.
error-year-beyond = Una página es de un año entre 1900 y 2199.
    .mend = Escriba el año con cuatro cifras.
error-years-order = El último año con página es anterior al primero.
    .mend = Intercámbielos o deje uno vacío.
