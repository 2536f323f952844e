# Roles for a body or a platform.

choice-body-officer = body officer
choice-editor = editor
role-may-body-officer = Writes what belongs to a body: its meetings, attendance, decisions and seats.
role-may-editor = Writes what is published on a platform.
can-part = “{ $part }”
can-lacks-factor = Today this account can do none of this: one of its roles needs a second factor, and it has none yet.
who-lacks-factor = Must set up a second factor first.
who-elsewhere-part = { $role }: the record does not belong to it.
who-itself = { $role }: it is this record.
lookups-for-body-officer = For the meetings and seats of the body
lookups-for-editor = For what is published on the platform
error-no-body = There is no body with the code “{ $code }”.
    .mend = Take one of the bodies in the office.
error-no-platform = There is no platform with the code “{ $code }”.
    .mend = Take one of the platforms in the office.
error-role-body = This role is given for a body.
    .mend = Choose the body whose meetings and seats the person keeps.
error-role-platform = This role is given for a platform.
    .mend = Choose the platform whose records the person keeps.
error-role-network = This role is given for a region or for the whole network.
    .mend = Choose a region, or the whole network. For a body there is the body officer, for a platform the editor.
