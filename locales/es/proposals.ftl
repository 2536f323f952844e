# Propuestas: lo que una persona propone y otra acepta.

proposals-title = Propuestas
proposals-to-decide = Para su decisión
proposals-none = No hay nada pendiente de su decisión.
proposals-own = Propuestas suyas
proposals-wait =
    { $n ->
        [one] Una propuesta espera su decisión.
        [many] { $n } de propuestas esperan su decisión.
       *[other] { $n } propuestas esperan su decisión.
    }
proposal-made = Propuesta de { $name }, { $day }.
proposal-waiting = Está pendiente de decisión.
proposal-accepted = Aceptada por { $name }, { $day }.
proposal-declined = Rechazada por { $name }, { $day }.
proposal-withdrawn = Retirada, { $day }.
proposal-sent = Se ha enviado la propuesta. Todavía no ha cambiado nada.
    .hint = Decide una persona con permiso para hacerlo. En esta página se muestra el resultado.
proposal-moved = Cambios desde que se propuso
    .hint = Como era entonces y como es ahora. Las consecuencias que siguen parten de lo que hay ahora.
proposal-follows = Al aceptarla
proposal-undo = Se deshará todo lo que escribió el lote.
proposal-accept = Aceptar
proposal-decline = Rechazar
proposal-later = Decidir más tarde
proposal-answer = ¿Por qué no? Lo leerá quien hizo la propuesta.
proposal-withdraw = Retirar la propuesta
propose-button = Proponer
propose-by-role = Su función propone: una persona con permiso para hacerlo lo revisa y lo acepta. Antes no cambia nada.
propose-for-all = Esto pertenece a toda la red: la secretaría lo revisa y lo acepta. Antes no cambia nada.
propose-two-people = Su red pide aquí dos personas: lo acepta otra persona con permiso para hacerlo. Antes no cambia nada.
access-proposes = propone
actor-by-two = { $name }, a propuesta de { $other }

error-two-people = Su red pide dos personas para esto, así que no se ha guardado nada.
    .mend = Propóngalo, y lo aceptará otra persona con permiso para hacerlo.
error-only-proposes = Su función no hace esto, pero puede proponerlo.
    .mend = Envíelo de nuevo como propuesta, con "propose": true.
error-proposal-decided = Esta propuesta ya no está pendiente: entretanto se decidió o se retiró.
    .mend = Ábrala de nuevo para ver el resultado.
error-proposal-own = Esta propuesta es suya y la decide otra persona.
    .mend = Espere la decisión o retírela.
error-proposer-gone = Quien propuso esto ya no tiene una función que lo permita, así que no lo harían dos personas.
    .mend = Propóngalo usted y que lo acepte otra persona, o rechace la propuesta.
error-decline-reason = No se ha rechazado nada: falta el motivo.
    .mend = Explique en pocas palabras por qué no.
error-proposals-many = Ya hay { $most } propuestas suyas pendientes.
    .mend = Espere a que se decidan algunas o retire las que no hagan falta.
site-error-proposal = Esta propuesta no existe, o no le corresponde decidirla.
    .title = Propuesta no encontrada
    .hint = Búsquela en la lista de propuestas.

column-two-for-many-rows = Dos personas cuando cambian muchas filas a la vez
column-two-for-removals = Dos personas para eliminar y para terminar membresías
