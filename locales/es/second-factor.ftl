# El segundo factor: el código al iniciar sesión, su configuración, los códigos de recuperación.

code-title = Su código
code-words = La contraseña es correcta. Abra ahora en su teléfono la aplicación que muestra sus códigos.
code-field = Código de seis cifras
    .hint = O uno de sus códigos de recuperación, si no tiene el teléfono a mano.

factor-title = Segundo factor
factor-is-on = Además de la contraseña se le pide un código de su teléfono.
factor-is-off = Su cuenta se abre solo con la contraseña.
factor-change = Cambiarlo
factor-set-up = Configurarlo
factor-words = Además de la contraseña se le pedirá un código que muestra su teléfono. Quien averigüe su contraseña no podrá entrar solo con ella.
factor-required = Su función exige un segundo factor.
factor-password = Su contraseña
factor-step-application = Instale en su teléfono una aplicación de códigos, si no tiene ninguna: sirve cualquiera que mencione TOTP o «authenticator».
factor-step-picture = Añada en ella una cuenta y apunte con la cámara a esta imagen.
factor-picture = Imagen para la aplicación
factor-by-hand = O escriba allí esta clave:
factor-here = En este teléfono: abrir la aplicación
factor-step-code = Escriba el código que la aplicación muestra ahora.
factor-confirm = Usarlo en adelante
factor-codes = Códigos de recuperación
factor-codes-once = Estos son sus códigos de recuperación. Solo se muestran ahora.
factor-codes-words = Imprímalos o apúntelos y guárdelos lejos del teléfono. Cada uno sirve para iniciar sesión una sola vez.
factor-codes-kept = Ya los he guardado
factor-codes-left = { $n ->
    [0] No queda ningún código de recuperación: genere otros.
    [one] Queda un código de recuperación.
    [many] Quedan { $n } de códigos de recuperación.
   *[other] Quedan { $n } códigos de recuperación.
}
factor-codes-hint = Los códigos nuevos sustituyen a los que tiene ahora.
factor-new-codes = Generar códigos nuevos
factor-since = En uso desde el { $day }.
factor-turn-off = Desactivarlo
factor-turn-off-hint = Después, su cuenta se abrirá solo con la contraseña.
factor-has = con segundo factor
factor-has-not = sin segundo factor
factor-lacks = todavía ninguno, aunque una función lo exige: se configura en el próximo inicio de sesión
factor-lost = Ha perdido el teléfono
factor-lost-hint = Asegúrese de que lo pide realmente esta persona y no alguien que conoce su contraseña. En adelante la cuenta se abrirá solo con la contraseña, hasta que se configure otro segundo factor. El diario guarda el motivo.
factor-remove = Retirar el segundo factor

team-second-factor = Segundo factor
team-required = Quién necesita un código del teléfono al iniciar sesión
team-required-save = Guardar

user-factor-removed = Se ha retirado el segundo factor de { $mail } y se han cerrado todas sus sesiones.
user-factor-required = Guardado. Quien deba tener un segundo factor y no lo tenga lo configurará en la próxima página que abra.

table-required-factors = Funciones que exigen un segundo factor
table-removed-factors = Segundos factores retirados
action-accounts-require-second-factor = Indicar qué funciones exigen un segundo factor
action-accounts-remove-second-factor = Retirar el segundo factor de una cuenta

error-code = Este código no es correcto o ya se ha utilizado.
    .mend = Espere al código siguiente, compruebe que el reloj del teléfono se ajusta solo y escríbalo. También sirve un código de recuperación.
error-code-locked = Ha habido demasiados códigos erróneos en esta cuenta.
    .mend = Utilice un código de recuperación o pida a la administración que retire el segundo factor.
error-sign-in-again = El inicio de sesión ha tardado demasiado.
    .mend = Empiece de nuevo con su correo y su contraseña.
error-has-second-factor = Ya tiene un segundo factor.
    .mend = Desactívelo primero si quiere configurarlo en otro teléfono.
error-no-second-factor = Esta cuenta no tiene segundo factor.
    .mend = No hay nada que hacer.
error-second-factor-again = Ningún segundo factor espera un código, o ha esperado demasiado.
    .mend = Configúrelo de nuevo desde el principio.
error-second-factor-required = Su función exige un segundo factor; no se ha desactivado.
    .mend = Si ha perdido el teléfono, la administración puede retirarlo; después configure otro.
error-signed-in-long-ago = Hace demasiado tiempo que inició sesión.
    .mend = Cierre la sesión, iníciela de nuevo y vuelva aquí.
error-reason-missing = Falta el motivo.
    .mend = Escriba por qué; el diario lo guarda.
error-required-moved = Otra persona ha cambiado entretanto quién necesita un segundo factor, así que no se ha guardado nada.
    .mend = El formulario muestra cómo está ahora. Vuelva a elegir y guarde.
error-undo-second-factor = El lote { $batch } retiró un segundo factor, y eso no se puede deshacer.
    .mend = La persona configura otro.

site-error-second-factor = Su función exige un segundo factor y todavía no lo tiene; no se ha hecho nada.
    .title = Configure primero su segundo factor
    .hint = Abra su cuenta en la oficina: allí se explica cómo. Después vuelva y repita esta operación.
