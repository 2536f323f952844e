# Un registro, un hecho o una lista como eran un día anterior.

as-of-another-day = Como era otro día
as-of-known = Como lo conocía el registro el
as-of-show = Mostrar
as-of-on = Se muestra lo que era así el { $on }.
as-of-as-known = Se muestra lo que el registro conocía el { $known }.
as-of-both = Se muestra lo que era así el { $on }, como lo conocía el registro el { $known }.
as-of-only-read = Aquí no se puede cambiar nada.
as-of-leave = Volver a hoy
as-of-name = Nombre de entonces
as-of-not-then = Ese día esto no estaba en vigor.
