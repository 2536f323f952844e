# Funciones que terminan: con un último día o con un mandato.

team-until = Último día
    .optional = (obligatorio para el personal en prácticas)
team-post = Mientras alguien ocupe un cargo
    .optional = (opcional)
    .hint = El código del cargo. La función termina con el mandato de la persona que lo ocupa hoy.
error-role-over = El último día de la función ya ha pasado.
    .mend = Elija hoy o un día posterior.
error-role-intern = La función del personal en prácticas necesita un último día.
    .mend = Indique hasta cuándo se queda la persona; se puede dar de nuevo.
error-role-post = El registro no conoce a nadie que ocupe hoy este cargo.
    .mend = Registre primero el mandato o dé a la función un último día.
error-no-post = No hay ningún cargo con el código «{ $code }».
    .mend = Use el código de un cargo, como aparece en la lista de cargos.
