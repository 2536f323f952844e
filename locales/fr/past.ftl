# Une fiche, un fait ou une liste tels qu’ils étaient un jour passé.

as-of-another-day = Tel qu’un autre jour
as-of-known = Tel que le registre le connaissait le
as-of-show = Afficher
as-of-on = Vous voyez ce qui était vrai le { $on }.
as-of-as-known = Vous voyez ce que le registre savait le { $known }.
as-of-both = Vous voyez ce qui était vrai le { $on }, tel que le registre le savait le { $known }.
as-of-only-read = Rien ne peut être modifié ici.
as-of-leave = Revenir à aujourd’hui
as-of-name = Nom d’alors
as-of-not-then = Ce jour-là, cela n’était pas en vigueur.
