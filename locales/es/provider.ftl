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
