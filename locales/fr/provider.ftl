# Se connecter chez le fournisseur d’identité du réseau.

provider-button = Se connecter avec { $name }
provider-on-the-way = Vous êtes conduit vers { $name }, où vous vous connecterez. Vous reviendrez ensuite ici.
provider-go-on = Y aller maintenant

error-provider-silent = Le fournisseur d’identité ne répond pas.
    .mend = Réessayez dans une minute, ou connectez-vous avec votre mot de passe. Si cela dure, prévenez la personne qui exploite ce site.
error-provider-answer = La réponse du fournisseur d’identité n’est pas valable ; personne n’a été connecté.
    .mend = Réessayez. Si cela dure, prévenez la personne qui exploite ce site : son journal technique dit pourquoi.
error-provider-state = Cette connexion n’a pas commencé dans ce navigateur, a déjà servi ou a pris trop de temps.
    .mend = Recommencez ici.
error-provider-declined = Le fournisseur d’identité ne vous a pas connecté.
    .mend = Réessayez chez lui, ou connectez-vous avec votre mot de passe.
error-provider-unverified = Le fournisseur d’identité n’a pas vérifié votre adresse.
    .mend = Faites-la vérifier chez lui, ou connectez-vous avec votre mot de passe.
error-provider-unknown = Personne ayant cette adresse n’a aujourd’hui de rôle au bureau.
    .mend = Demandez à l’administration une invitation pour l’adresse que le fournisseur d’identité connaît.
error-provider-other = Ce compte se connecte avec une autre identité de cette adresse.
    .mend = Connectez-vous avec celle-ci ou avec votre mot de passe, et prévenez l’administration.
