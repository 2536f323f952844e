# Ce que deviennent les sièges d’un membre dont l’adhésion prend fin.

answer-ends = Il prend fin avec l’adhésion
answer-passes-to-successor = Il passe au successeur
