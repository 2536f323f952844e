# Propositions : ce qu’une personne propose et qu’une autre accepte.

proposals-title = Propositions
proposals-to-decide = À vous de décider
proposals-none = Rien n’attend votre décision.
proposals-own = Vos propositions
proposals-wait =
    { $n ->
        [one] Une proposition attend votre décision.
        [many] { $n } de propositions attendent votre décision.
       *[other] { $n } propositions attendent votre décision.
    }
proposal-made = Proposition de { $name }, { $day }.
proposal-waiting = En attente d’une décision.
proposal-accepted = Acceptée par { $name }, { $day }.
proposal-declined = Refusée par { $name }, { $day }.
proposal-withdrawn = Retirée, { $day }.
proposal-sent = La proposition est envoyée. Rien n’a encore changé.
    .hint = Une personne qui en a le droit décide. Cette page indique la suite donnée.
proposal-moved = Modifié depuis la proposition
    .hint = Tel que c’était alors et tel que c’est maintenant. Les conséquences ci-dessous partent de l’état actuel.
proposal-follows = Une fois acceptée
proposal-undo = Tout ce que le lot a écrit sera annulé.
proposal-accept = Accepter
proposal-decline = Refuser
proposal-later = Décider plus tard
proposal-answer = Pourquoi pas ? La personne qui a fait la proposition le lira.
proposal-withdraw = Retirer la proposition
propose-button = Proposer
propose-by-role = Votre rôle propose : une personne qui en a le droit vérifie et accepte. Rien ne change avant.
propose-for-all = Cela appartient à tout le réseau : le secrétariat vérifie et accepte. Rien ne change avant.
propose-two-people = Votre réseau demande ici deux personnes : une autre personne qui en a le droit accepte. Rien ne change avant.
access-proposes = propose
actor-by-two = { $name }, sur proposition de { $other }

error-two-people = Votre réseau demande deux personnes pour cela ; rien n’a donc été enregistré.
    .mend = Proposez-le : une autre personne qui en a le droit l’acceptera.
error-only-proposes = Votre rôle ne fait pas cela, mais il peut le proposer.
    .mend = Envoyez-le de nouveau comme proposition, avec "propose": true.
error-proposal-decided = Cette proposition n’est plus en attente : elle a été décidée ou retirée entre-temps.
    .mend = Rouvrez-la pour voir la suite donnée.
error-proposal-own = C’est votre propre proposition, et une autre personne la décide.
    .mend = Attendez la décision ou retirez-la.
error-proposer-gone = La personne qui a proposé cela n’a plus de rôle qui le permette : ce ne serait pas fait par deux personnes.
    .mend = Proposez-le vous-même pour qu’une autre personne l’accepte, ou refusez la proposition.
error-decline-reason = Rien n’a été refusé : il manque le motif.
    .mend = Dites en quelques mots pourquoi.
error-proposals-many = { $most } de vos propositions attendent déjà.
    .mend = Attendez que certaines soient décidées, ou retirez celles qui ne sont plus utiles.
site-error-proposal = Cette proposition n’existe pas, ou il ne vous revient pas de la décider.
    .title = Proposition introuvable
    .hint = Cherchez-la dans la liste des propositions.

column-two-for-many-rows = Deux personnes quand de nombreuses lignes changent à la fois
column-two-for-removals = Deux personnes pour les suppressions et les fins d’adhésion
