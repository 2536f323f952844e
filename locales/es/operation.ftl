# Mensajes sobre el funcionamiento del programa: dónde está el registro, su archivo y lo que puede no saberse de una escritura.

error-address-kind = DECAPOLIS_DATABASE indica una base de datos de tipo «{ $kind }»; un registro es un archivo o está en PostgreSQL.
    .mend = Escriba la ruta de un archivo, o bien postgres://usuario:contraseña@servidor/base.
error-address-unclear = La dirección de DECAPOLIS_DATABASE no se puede leer con certeza, y no se muestra porque puede contener una contraseña.
    .mend = Escriba postgres://usuario:contraseña@servidor/base. En la contraseña, escriba @ como %40, : como %3A, / como %2F, ? como %3F, # como %23 y % como %25.
error-address-parameter = El parámetro { $n } de la dirección de DECAPOLIS_DATABASE es desconocido; la dirección no se muestra porque puede contener una contraseña.
    .mend = Se admiten sslmode, sslrootcert, sslcert, sslkey, host, hostaddr, port, dbname, user, password, application_name y options. En la contraseña, escriba ? como %3F y & como %26.
error-address-behind-a-proxy = DECAPOLIS_TRUSTED_PROXY indica un proxy, pero el programa no conoce la dirección con la que se llega al sitio.
    .mend = Indíquela en DECAPOLIS_ADDRESS, por ejemplo https://network.example, o en la ficha de la red.
error-file-other = { $file } no es un registro y no se ha modificado.
    .mend = Indique en DECAPOLIS_DATABASE el archivo de un registro, o uno que todavía no exista.
error-file-of-another-program = { $file } es la base de datos de otro programa y no se ha modificado.
    .mend = Indique en DECAPOLIS_DATABASE el archivo de un registro, o uno que todavía no exista.
error-register-to-upgrade = El registro { $register } lo hizo otra versión de este programa, y esta orden no modifica nada en él.
    .mend = Actualice antes el registro con «decapolis upgrade», o use la versión que lo hizo.
error-read-only = Aquí el registro solo se puede leer; no se ha escrito nada.
    .mend = Compruebe quién puede escribir en su archivo y en su carpeta, o conéctese al servidor que admite escrituras.
error-commit-unknown = No se sabe si el lote { $batch } se ha escrito: la base de datos no ha respondido.
    .mend = Cuando la base de datos vuelva a responder, repita la orden: reconoce lo que ya está escrito y no lo escribe dos veces.

## La demostración

demo-kept = El ejemplo ha cambiado. El registro { $file } contiene asientos que el ejemplo no tiene, así que se conserva como está. { $option } lo hace de nuevo y conserva el anterior al lado.
demo-set-aside = El registro anterior se conserva en { $file }.

## La página en papel

error-page-not-on-paper = La página en { $language } no se puede componer en papel, de modo que faltaría su PDF: { $why }.
    .mend = Corrija el archivo de la página, la plantilla page.typ o las palabras que se nombran.
