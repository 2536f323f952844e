# Iniciar sesión en el proveedor de identidad de la red.

provider-button = Iniciar sesión con { $name }
provider-on-the-way = Le llevamos a { $name }, donde iniciará sesión. Después volverá aquí.
provider-go-on = Ir ahora

error-provider-silent = El proveedor de identidad no responde.
    .mend = Inténtelo de nuevo en un minuto o inicie sesión con su contraseña. Si continúa, avise a quien administra este sitio.
error-provider-answer = La respuesta del proveedor de identidad no es válida; no se ha iniciado ninguna sesión.
    .mend = Inténtelo de nuevo. Si continúa, avise a quien administra este sitio: su registro dice por qué.
error-provider-state = Este inicio de sesión no empezó en este navegador, ya se ha utilizado o ha tardado demasiado.
    .mend = Empiece de nuevo aquí.
error-provider-declined = El proveedor de identidad no ha iniciado su sesión.
    .mend = Inténtelo allí de nuevo o inicie sesión con su contraseña.
error-provider-unverified = El proveedor de identidad no ha verificado su correo.
    .mend = Verifíquelo allí o inicie sesión con su contraseña.
error-provider-unknown = Nadie con este correo tiene hoy una función en la oficina.
    .mend = Pida a la administración una invitación para el correo que conoce el proveedor de identidad.
error-provider-other = Esta cuenta inicia sesión con otra identidad de ese correo.
    .mend = Inicie sesión con esa o con su contraseña, y avise a la administración.

identity-title = Proveedor de identidad
identity-since = Inicia sesión en { $issuer } como { $subject }, desde el { $day }.
identity-free = Liberar la cuenta
identity-other = Ahora la identidad es otra
identity-other-hint = Libere la cuenta si el proveedor conoce ahora a esta persona con otro nombre o si llegó primero la persona equivocada. Las sesiones de la cuenta se cierran, y la cuenta pasa a la próxima identidad que llegue del proveedor con su dirección de correo verificada. El diario conserva el motivo.
identity-leave = Dejar de iniciar sesión con esta identidad
identity-leave-hint = A partir de ese momento, solo su contraseña abre la cuenta, hasta que vuelva a iniciar sesión en el proveedor. En los demás navegadores se cierra la sesión.
identity-only = Usted no tiene contraseña, así que esta es la única entrada a su cuenta. Quien administra puede enviarle un enlace para elegir una.

table-freed-identities = Cuentas liberadas de una identidad
action-accounts-free-identity = Liberar una cuenta de su identidad

error-no-identity = Esta cuenta no pertenece a ninguna identidad.
    .mend = No hay que hacer nada.
error-identity-only-way = Sin esta identidad nada abriría su cuenta: no tiene contraseña.
    .mend = Pida a quien administra un enlace para elegir una contraseña y vuelva después.
error-undo-identity = El lote { $batch } liberó una cuenta de una identidad, y eso no se puede deshacer.
    .mend = La persona vuelve a iniciar sesión en el proveedor.
