# The two figures of a generated register.

figure-practices-on-a-platform =
    { $n ->
        [one] práctica
       *[other] prácticas
    }
    .verb = en la primera plataforma
    .sentence =
        { $shown } { $n ->
            [one] práctica
           *[other] prácticas
        } figuraban en la primera plataforma el { $at }.
    .rule = Se cuentan las prácticas publicadas que ese día figuran en la primera plataforma; los borradores quedan fuera.
    .unit = prácticas
    .title = Prácticas en una plataforma

figure-initiatives-on-a-platform =
    { $n ->
        [one] iniciativa
       *[other] iniciativas
    }
    .verb = en la primera plataforma
    .sentence =
        { $shown } { $n ->
            [one] iniciativa
           *[other] iniciativas
        } figuraban en la primera plataforma el { $at }.
    .rule = Se cuentan las iniciativas publicadas que ese día figuran en la primera plataforma; los borradores quedan fuera.
    .unit = iniciativas
    .title = Iniciativas en una plataforma
