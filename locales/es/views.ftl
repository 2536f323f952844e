# Vistas guardadas de listas y borradores de formularios.

views-title = Vistas guardadas
views-all = Todo
views-mine = (mía)
views-gone = Lo que esta vista pedía de { $columns } ya no existe y se ha omitido.
views-keep = Guardar esta lista como vista
views-keep-button = Guardar
views-change = Cambiar esta vista
views-shared = para toda la oficina
views-delete = Eliminar
error-view-name = Una vista necesita un nombre de { $most } caracteres como máximo.
    .mend = Escriba uno corto con el que la encuentre.
error-view-many = Se guardan como máximo { $most } vistas de una lista, y ninguna con una dirección muy larga.
    .mend = Elimine una que ya no use.
error-view-gone = Esta vista ya no existe o es de otra persona.
    .mend = Abra la lista y vea qué vistas hay.

drafts-title = Sus borradores
draft-there = Ya ha escrito en este formulario sin guardarlo: { $day }.
draft-open = Este es su borrador del { $day }. Aún no se ha guardado nada.
draft-go-on = Continuar con el borrador
draft-discard = Descartar
draft-keep = Dejar como borrador
draft-kept = Queda como borrador
error-draft-late = Este formulario se guardó, o se descartó su borrador, después de abrirlo: lo escrito no se conserva como borrador.
    .mend = Abra de nuevo el formulario y escríbalo allí.
