# Configuración de la red.

settings-title = Configuración
action-network-change-settings = Cambiar la configuración de la red
error-zone = «{ $text }» no es una zona horaria.
    .mend = Escriba su nombre en la lista de la IANA, como Europe/Madrid o America/Bogota.
error-languages = El programa no tiene palabras en ninguno de estos idiomas: «{ $text }».
    .mend = Indique al menos uno de es, en y fr, como códigos separados por espacios.
error-site-address = «{ $text }» no es la dirección de un sitio.
    .mend = Escríbala como https://network.example, sin ruta.
error-site-address-open = «{ $text }» es una dirección sin TLS: las contraseñas se podrían leer por el camino.
    .mend = Escríbala con https:// y coloque el sitio detrás de un proxy con TLS: véase docs/tls-and-proxy.md. Sin TLS solo se puede indicar este mismo equipo, como http://localhost:8080.
error-language-words = Las páginas propias de la red no tienen palabras en «{ $language }» para { $n ->
    [one] esta clave: { $words }.
    [many] { $n } de claves, entre ellas { $words }.
   *[other] { $n } claves, entre ellas { $words }.
}
    .mend = Quite el idioma, o pida a quien administra el sitio que añada antes esas palabras a la carpeta de la red.
error-year-beyond = Una página es de un año entre 1900 y 2199.
    .mend = Escriba el año con cuatro cifras.
error-years-order = El último año con página es anterior al primero.
    .mend = Intercámbielos o deje uno vacío.
