# Qué ocurre con los puestos de un miembro que deja de serlo.

answer-ends = Termina con la membresía
answer-passes-to-successor = Pasa al sucesor
