# Cuentas: inicio de sesión, contraseñas y quién puede hacer qué.

sign-in-title = Iniciar sesión
sign-in-mail = Correo electrónico
sign-in-password = Contraseña
sign-in-button = Iniciar sesión
join-title = Elija su contraseña
join-words = { $name }: tiene una invitación a la oficina de { $network }. En adelante iniciará sesión con esta contraseña.
join-password = Contraseña nueva
    .hint = Al menos 10 caracteres. Varias palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.
join-button = Guardar la contraseña e iniciar sesión

cast-title = ¿Quién quiere ser?
cast-words = Esta es la demostración: recórrala como una de estas personas. Son ficticias, y lo que cambie se puede deshacer.
cast-button = Iniciar sesión
cast-current = Ahora es usted
cast-bar = Demostración. Usted es: { $name }.
cast-change = Ser otra persona
cast-administrator = Administración
cast-secretary-general = Secretaría General
cast-membership-officer = Responsable de membresía
cast-finance-manager = Responsable de finanzas
cast-statutory-officer = Responsable de asuntos estatutarios
cast-head-of-communications = Jefatura de comunicación
cast-intern = Personal en prácticas

table-grants = Funciones de las cuentas
column-account = Cuenta
choice-administrator = administración
choice-secretariat = secretaría
choice-finance-manager = responsable de finanzas
choice-treasurer = tesorería
role-may-administrator = Da cuentas y funciones a otras personas y escribe en todo el registro.
role-may-secretariat = Escribe en todo el registro.
role-may-finance-manager = Consulta todo el registro.
role-may-treasurer = Consulta todo el registro.
role-may-intern = Consulta todo el registro.

action-accounts-invite = Dar una función a alguien
action-accounts-withdraw = Retirar una función a alguien

user-invited = { $mail } tiene una invitación. Este enlace sirve una sola vez, durante { $days } días, para elegir una contraseña:
user-withdrawn = { $mail } ya no tiene esta función y se han cerrado todas sus sesiones.
user-signs-in = con contraseña
user-is-invited = todavía sin contraseña

error-sign-in = Esta dirección de correo y esta contraseña no se corresponden.
    .mend = Compruebe las dos. Si no tiene contraseña o la ha olvidado, pida un enlace nuevo a la administración.
error-too-many-tries = Ha habido demasiados intentos.
    .mend = Espere { $n } minutos e inténtelo de nuevo.
error-no-tls = La conexión con este sitio no está cifrada (https): una contraseña podría leerse por el camino.
    .mend = Indique en DECAPOLIS_ADDRESS la dirección https del sitio y sitúelo detrás de un proxy con TLS.
error-password-short = La contraseña es demasiado corta.
    .mend = Utilice al menos { $n } caracteres.
error-password-long = La contraseña es demasiado larga.
    .mend = Utilice como máximo { $n } caracteres.
error-password-common = Esta contraseña es fácil de adivinar.
    .mend = Elija varias palabras sin relación entre sí, y nada de su nombre ni de su correo.
error-mail = «{ $text }» no es una dirección de correo.
    .mend = Escríbala como nombre@example.org.
error-role = No existe la función «{ $text }».
    .mend = Utilice una de estas: { $roles }.
error-has-role = { $mail } ya tiene esta función.
    .mend = No hay nada que hacer. Para otra función, indique cuál.
error-no-account = Nadie tiene la dirección { $mail }.
    .mend = La orden «decapolis user list» muestra todas las cuentas.
error-has-no-role = { $mail } no tiene esta función.
    .mend = La orden «decapolis user list» muestra quién tiene cuál.
error-last-administrator = Nadie más tiene la función de administración.
    .mend = Désela antes a otra persona.
error-undo-grant = El lote { $batch } dio o retiró una función, y eso no se puede deshacer.
    .mend = Dé o retire la función de nuevo.

site-error-link = Este enlace ya se ha utilizado o ha caducado.
    .title = El enlace ya no es válido
    .hint = Si ya eligió una contraseña, inicie sesión con ella. Si no, pida un enlace nuevo a la administración.
site-error-no-role = Su cuenta no tiene hoy ninguna función en la oficina.
    .title = Sin acceso
    .hint = Pida una función a la administración.
