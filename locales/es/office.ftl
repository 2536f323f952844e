# La oficina: buscar, formularios, consecuencias, lotes.

office-start = Inicio
office-hello = Buenos días, { $name }
office-lately = Últimos cambios
office-find = Buscar
office-found = Resultados de «{ $q }»
office-name = Nombre
office-nothing = No se ha encontrado nada.
office-first = Se muestran los primeros { $n } resultados. Escriba más letras del nombre para ver menos.
office-not-public = no público
office-batches = Lotes
office-public = Sitio público
office-sign-out = Cerrar sesión
office-saved = Guardado: { $what }.
office-undo = Deshacer
office-reason = «{ $reason }»

actor-job = el programa
actor-gone = una cuenta que ya no existe

office-follows = Al guardar
    .hint = Rellene los campos y consulte las consecuencias. Nada se escribe antes de guardar.
office-follows-nothing = No cambia nada.
office-show-what-follows = Mostrar las consecuencias
office-look-again = Consultar de nuevo
office-save = Guardar
office-leave = Salir sin guardar
office-to-mend = Antes de guardar hay que corregir:
office-optional = (si se sabe)
office-choose = —
office-day-hint = Tal como lo sepa: 3 feb 2021, febrero de 2021, 2021 o «a más tardar en 2018».
office-reference-hint = Su nombre o su código.

action-people-change-leader = Cambiar la jefatura
field-people-change-leader-label = Nombre de alguien que aún no está en el registro
    .hint = La persona se añade, con el género «no consta».
field-people-change-leader-person = ¿Quién ocupa ahora la jefatura?
field-people-change-leader-holder = O nadie
    .hint = Elija «vacante» si el cargo está sin ocupar.
field-people-change-leader-from = En el cargo desde
field-people-change-leader-way = ¿Cómo llegó al cargo?
error-leader-nobody = No se indica a nadie.
    .mend = Indique una persona del registro, escriba el nombre de una nueva o señale que el cargo está vacante.
error-leader-two = Hay dos respuestas distintas sobre quién ocupa ahora la jefatura.
    .mend = Deje una: una persona del registro, el nombre de una nueva o «vacante».
error-leader-same = Ya es así.
    .mend = Para corregir el día en que asumió el cargo, corrija el mandato.
error-leader-later = La persona anterior asumió el cargo en { $day }, no antes del día indicado.
    .mend = Compruebe el día. Si esa persona nunca ocupó el cargo, elimine antes ese mandato.
error-leader-follows = Ya consta un mandato que empieza más tarde: { $day }.
    .mend = Corrija o elimine antes ese mandato, o indique un día posterior.
error-form-changed = El formulario ha cambiado desde que mostró las consecuencias; no se ha guardado nada.
    .mend = Consulte las consecuencias de ahora y guarde.

office-add = Añadir
office-new = Crear
office-change = Cambiar
office-open = Abrir
office-history = Lo que se ha hecho
office-lacks-words = falta
office-every-language = En todos los idiomas

# Lo que ofrece cada tabla. Lo primero es el nombre de la acción; lo segundo, lo que dice su botón.
deed-create = Crear: { $table }
deed-correct = Corregir: { $table }
deed-change-from = Cambiar desde un día: { $table }
deed-end = Dar por terminado: { $table }
deed-remove = Quitar: { $table }
deed-correct-this = Nunca fue así: corregirlo
deed-change-from-this = Cambia a partir de un día
deed-end-this = Termina
deed-remove-this = Quitarlo
error-nothing-changes = No cambiaría nada.
    .mend = Cambie un campo o salga sin guardar.
error-ended-already = Ya ha terminado; último día: { $day }.
    .mend = Si ese día es erróneo, corríjalo.
error-last-day = Falta el último día.
    .mend = Escriba el último día en que es así.
error-first-day = Falta el primer día.
    .mend = Escriba el primer día en que deja de ser así.
error-change-too-early = El primer día es { $day }: no puede cambiar ese mismo día ni antes.
    .mend = Si nunca fue como consta, corríjalo.
error-change-too-late = El último día es { $day }, anterior al indicado.
    .mend = Añada una fila nueva para lo que empezó después.
error-code-used = El código «{ $code }» es o fue el de otra ficha.
    .mend = Elija otro o déjelo vacío: se formará con el nombre.
site-error-fact = Esta fila no existe o pertenece a otra ficha.
    .mend = Vuelva a la ficha y ábrala desde allí.

office-kinds = Todas las fichas

team-title = Personas de la oficina
team-invite = Invitar a alguien
team-invite-button = Invitar
team-link = El enlace, que solo se muestra una vez
team-role = Función
team-region = Para
    .optional = (una secretaría regional necesita una región; un responsable de órgano, un órgano; la edición, una plataforma)
team-everywhere = toda la red
team-no-role = hoy sin función
team-withdraw = Retirar la función

me-title = Su cuenta
me-done = Hecho.
me-sessions = Sesiones abiertas desde
me-this-one = este navegador
me-end = Cerrar esa sesión
me-end-all = Cerrar todas las demás sesiones
me-password = Cambiar la contraseña
me-current = Contraseña actual
me-change-password = Cambiar la contraseña
error-current-password = Esta no es su contraseña.
    .mend = Escriba la contraseña con la que entra ahora.
error-not-in-scope = Esto no pertenece a los miembros, al órgano ni a la plataforma de que se ocupa su función, así que no se ha guardado nada.
    .mend = Pregunte a la secretaría o a alguien cuya función lo abarque.

office-facts = Hechos

list-as-of = Tal como era el
list-columns = Columnas
list-empty-value = nada
list-filter-hint = «-» encuentra lo que está vacío y «-fr», los textos sin francés. Los números pueden ser un intervalo: 10..50. Los días pueden ser un mes o un año: 2020-05.
error-filter = «{ $text }» no es un valor que esta columna pueda tener.
    .mend = Elija uno de la lista o escríbalo tal como aparece en la columna.

office-code-hint = Si lo deja vacío, se forma uno.
office-label-hint = El mismo en todos los idiomas o uno por idioma. Basta con uno.

action-members-admit = Admitir como miembro
field-members-admit-from = Miembro desde
field-members-admit-category = En qué categoría
field-members-admit-region = En qué región
    .hint = Solo hace falta si aún no está en ninguna o si pasa a otra.
action-members-end = Poner fin a la membresía
field-members-end-until = Último día como miembro
field-members-end-ending = Cómo terminó
field-members-end-successor = Sucedido por
    .hint = De cada puesto se pregunta qué ocurre con él.
error-member-already = Ya es miembro; primer día: { $day }.
    .mend = Termine antes esa membresía o corrija sus días.
error-member-without-region = Aún no está en ninguna región.
    .mend = Elija la región a la que pertenece.
error-no-membership = No tiene ninguna membresía en curso.
    .mend = Si los días de la que terminó son erróneos, corríjalos.
error-successor-missing = No se indica quién lo sucede.
    .mend = Elija el gobierno que lo sucede u otra forma de terminar.
error-successor-wrong = Este gobierno no puede ser el sucesor.
    .mend = Indique otro gobierno, y solo si el miembro tiene sucesor.
error-filters-many = Una lista admite como máximo { $most } filtros y busca como máximo { $most } palabras.
    .mend = Quite algunos.
office-questions = Hay que decidir en cada caso
