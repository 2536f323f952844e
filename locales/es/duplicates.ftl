# Un registro nuevo que quizá ya existe: se pregunta antes de crearlo.

likes-title = ¿Es una de estas fichas?
    .hint = El registro tiene fichas parecidas a la nueva. Si es una de ellas, ábrala y cámbiela allí.
likes-another = Es otra: continuar
likes-by-mail = La misma dirección de correo.
likes-by-address = La misma dirección web.
likes-by-name = El mismo nombre, quizá escrito de otra forma.
likes-by-words = Las mismas palabras en otro orden, o con otro término para la institución.
likes-by-script = El mismo nombre en otra escritura.
likes-by-other-name = Otro nombre suyo.
likes-by-nearly = Casi el mismo nombre.
likes-by-title = Casi el mismo título.
likes-by-near = En el mismo lugar.
error-like-existing = Es posible que el registro ya tenga esta ficha: { $names }.
    .mend = Compruébelo. Si es otra, indíquelo: en la línea de comandos con --another, en un programa con «another».
do-another = es otra ficha, distinta de las que se le parecen
