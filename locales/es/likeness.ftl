# Filas que se parecen a una ficha que ya existe, y lo que se decidió sobre ellas.

-likeness-mend = Añada una columna «same_as» y escriba en ella el código de la ficha si es lo mismo, o «new» si es otra cosa. Para todas las filas a la vez: --likely same o --likely new.

table-likenesses = Decisiones sobre duplicados
column-mail = Correo electrónico
column-called = Cómo lo llamaba el archivo
column-same-as = Es lo mismo que
column-likenesses-decision = Igual o distinto
choice-same = es lo mismo
choice-different = es distinto

upgrade-step-spell-records = índice de grafías
upgrade-step-index-words-of-names = índice de las palabras de los nombres
verify-spellings-differ = el índice de grafías no corresponde a lo que dice la fila; se puede rehacer con «decapolis upgrade --respell»

## Por qué una fila puede ser el registro { $name } ({ $code })

like-mail = se parece a { $name } ({ $code }): el mismo correo electrónico.
    .mend = { -likeness-mend }
like-address = se parece a { $name } ({ $code }): la misma dirección web.
    .mend = { -likeness-mend }
like-name = se parece a { $name } ({ $code }): el mismo nombre, quizá con otra grafía.
    .mend = { -likeness-mend }
like-words = se parece a { $name } ({ $code }): las mismas palabras en otro orden o con otro término para la institución.
    .mend = { -likeness-mend }
like-script = se parece a { $name } ({ $code }): el mismo nombre en otro alfabeto.
    .mend = { -likeness-mend }
like-other-name = se parece a { $name } ({ $code }): es otro de sus nombres.
    .mend = { -likeness-mend }
like-nearly = se parece a { $name } ({ $code }): casi el mismo nombre.
    .mend = { -likeness-mend }
like-title = se parece a { $name } ({ $code }): casi el mismo título, quizá de otro catálogo.
    .mend = { -likeness-mend }
like-near = se parece a { $name } ({ $code }): en el mismo lugar.
    .mend = { -likeness-mend }

warning-kept-as-it-was = la ficha { $name } ({ $code }) dice otra cosa en { $columns } y se queda como está.
    .mend = Una fila que es lo mismo que una ficha solo añade lo que a esta le falta. Para modificar la ficha, use una fila con su propio código.
error-same-as-unknown = «{ $text }» en «same_as» no es ninguna ficha de este tipo.
    .mend = Escriba el código de una ficha que exista o que esté más arriba en esta importación, o «new».
error-same-as-itself = «same_as» nombra la propia fila.
    .mend = Escriba el código de otra ficha, o «new».
error-unknown-name-like = «{ $text }» no es el nombre ni el código de ningún registro del tipo «{ $kind }». ¿Quería decir { $names }?
    .mend = Escriba el código que figura entre paréntesis tras el nombre.
error-same-as-of-a-record = «{ $text }» ya es el código de una ficha, y «same_as» dice que es otra.
    .mend = Una importación no fusiona dos fichas que ya existen: deje «same_as» vacío.
