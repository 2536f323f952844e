# Funciones para un órgano o una plataforma.

choice-body-officer = responsable de un órgano
choice-editor = edición
role-may-body-officer = Escribe lo que pertenece a un órgano: sus reuniones, asistencias, decisiones y puestos.
role-may-editor = Escribe lo que se publica en una plataforma.
can-part = «{ $part }»
can-lacks-factor = Hoy esta cuenta no puede hacer nada de esto: una de sus funciones exige un segundo factor y todavía no lo tiene.
who-lacks-factor = Primero debe configurar un segundo factor.
who-elsewhere-part = { $role }: la ficha no le pertenece.
who-itself = { $role }: es esta misma ficha.
lookups-for-body-officer = Para las reuniones y los puestos del órgano
lookups-for-editor = Para lo que se publica en la plataforma
error-no-body = No hay ningún órgano con el código «{ $code }».
    .mend = Elegir uno de los órganos de la oficina.
error-no-platform = No hay ninguna plataforma con el código «{ $code }».
    .mend = Elegir una de las plataformas de la oficina.
error-role-body = Esta función se da para un órgano.
    .mend = Elegir el órgano cuyas reuniones y puestos lleva la persona.
error-role-platform = Esta función se da para una plataforma.
    .mend = Elegir la plataforma cuyas fichas lleva la persona.
error-role-network = Esta función se da para una región o para toda la red.
    .mend = Elegir una región o toda la red. Para un órgano existe la función de responsable de un órgano; para una plataforma, la de edición.
