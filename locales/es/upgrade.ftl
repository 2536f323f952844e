# Lo que dice el programa cuando pone al día un registro de una versión anterior.

upgrade-done =
    Registro { $register }: actualizado a esta versión, { $n ->
        [one] { $count } cambio en sus tablas
        [many] { $count } de cambios en sus tablas
       *[other] { $count } cambios en sus tablas
    }.
upgrade-step-seal-rows-and-chain-the-journal = Desde ahora cada fila lleva su sello y el diario está encadenado; lo comprueba «decapolis verify».
upgrade-step-order-names-by-language = Desde ahora los nombres se ordenan según las reglas de cada idioma.
upgrade-step-index-words-for-every-sqlite = Datasette y versiones anteriores de SQLite ya pueden abrir el registro.
upgrade-copy = Tal como estaba antes: { $file }
upgrade-nothing = El registro es de esta versión: no hay nada que actualizar.
upgrade-rehearsed = Ensayo sobre una copia, que ya se ha eliminado; el registro está como estaba.
upgrade-year = Año
upgrade-figure = Cifra
upgrade-before = Antes
upgrade-after = Después
upgrade-differs = difiere
upgrade-not-counted = sin contar
upgrade-same =
    { $n ->
        [one] { $n } número, igual antes y después.
        [many] { $n } de números, todos iguales antes y después.
       *[other] { $n } números, todos iguales antes y después.
    }
upgrade-new =
    { $n ->
        [one] { $n } número no se podía contar antes de la actualización, así que no se compara: { $figures }.
        [many] { $n } de números no se podían contar antes de la actualización, así que no se comparan: { $figures }.
       *[other] { $n } números no se podían contar antes de la actualización, así que no se comparan: { $figures }.
    }

error-register-newer = El registro lo hizo una versión más reciente de este programa ({ $what }); no se ha abierto.
    .mend = Instale esa versión, o abra la copia anterior a su actualización.
error-register-differs = Las tablas del registro no son las de esta versión y no se ha cambiado nada: { $what }.
    .mend = Ensaye con la versión intermedia, o exporte el registro con la versión que lo hizo e impórtelo en uno nuevo.
error-rehearsal-differs =
    { $n ->
        [one] { $n } número difiere tras la actualización.
        [many] { $n } de números difieren tras la actualización.
       *[other] { $n } números difieren tras la actualización.
    }
    .mend = Compárelos con «decapolis figures why» antes de actualizar.
error-rehearsal-nothing = No hay ningún registro en { $register }.
    .mend = Indique en DECAPOLIS_DATABASE el registro que desea.
error-rehearsal-right = El ensayo copia la base de datos, y este usuario no puede crear ninguna.
    .mend = Conceda ese permiso para el ensayo (ALTER ROLE … CREATEDB), o restaure una copia de seguridad en otra base de datos y ensaye allí.
error-rehearsal-in-use = PostgreSQL solo copia una base de datos a la que no hay nadie conectado.
    .mend = Detenga el programa y cierre las demás conexiones, o restaure una copia de seguridad en otra base de datos y ensaye allí.
