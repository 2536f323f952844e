# Quién ha consultado lo que el registro tiene de una persona.

lookups-title = Quién ha consultado estos datos
lookups-words = Cada vez que alguien de la oficina ve de una persona algo que no ve todo el mundo, queda anotado, una vez al día por cada forma de verlo. Aquí figura lo consultado en los últimos { $days } días; las anotaciones más antiguas se borran.
lookups-nobody = Su cuenta no está vinculada a ninguna persona del registro, por lo que aquí no hay nada anotado. Se vincula cuando su función depende de un cargo que usted ocupa. Si el registro tiene datos suyos, la secretaría puede entregarle esta página impresa.
lookups-none = En este tiempo no se ha consultado nada.
lookups-day = Día
lookups-purpose = Para qué
lookups-way = Qué se mostró
lookups-page = la página de la persona
lookups-list = una fila de una lista
lookups-file = una fila de un archivo
lookups-name = el nombre
lookups-program = datos para un programa
lookups-for-administrator = Para mantener en orden las cuentas, los ajustes y el registro
lookups-for-secretariat = Para gestionar la red: miembros, reuniones, correspondencia
lookups-for-regional-secretariat = Para atender a los miembros de la región
lookups-for-finance-manager = Para las cuotas, las facturas y la contabilidad
lookups-for-treasurer = Para supervisar la contabilidad
lookups-for-intern = Para ayudar a la secretaría
lookups-by-account = Mostrar las cuentas
lookups-to-person = Tal como se entrega a la persona, sin nombres de empleados
me-lookups = Quién ha consultado lo que el registro tiene de mí

health-lookups = Consultas de datos personales
health-lookups-lost = Consultas de datos personales que no se han anotado desde que arrancó el programa: { $n }.
    .mend = No se ha podido escribir en el registro con suficiente rapidez. Revise las líneas sobre el espacio libre y sobre las tareas posteriores a la respuesta; la cuenta vuelve a empezar al reiniciar el programa.
