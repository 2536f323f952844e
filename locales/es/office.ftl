# La oficina: buscar, formularios, consecuencias, lotes.

office-start = Inicio
office-hello = Buenos días: { $name }
office-lately = Últimos cambios
office-find = Buscar
office-found = Resultados de «{ $q }»
office-name = Nombre
office-nothing = No se ha encontrado nada.
office-first = Estas son las primeras { $n }. Escriba más letras del nombre para ver menos.
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
office-day-hint = Como se sepa: 2021-02-03, 2021-02 o 2021; ../2018 para «en 2018 o antes».
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
error-leader-same = Esta persona ya ocupa la jefatura.
    .mend = Para corregir el día en que asumió el cargo, corrija el mandato.
error-leader-later = La jefatura anterior asumió el cargo el { $day }, no antes del día indicado.
    .mend = Compruebe el día. Si la jefatura anterior nunca existió, elimine antes ese mandato.
