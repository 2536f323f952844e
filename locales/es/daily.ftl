# Formularios breves de lo que se hace casi a diario.

action-members-change-category = Cambiar la categoría
field-members-change-category-category = Nueva categoría
field-members-change-category-from = Desde
action-members-change-region = Cambiar la región
field-members-change-region-region = Nueva región
field-members-change-region-from = Desde
action-members-set-standing = Anotar la situación de pago
field-members-set-standing-year = Cuota de qué año
field-members-set-standing-day = A fecha de
    .hint = Déjelo vacío para hoy.
action-people-fill-post = Elegir o designar a una persona
field-people-fill-post-person = ¿Quién ocupa ahora este cargo?
field-people-fill-post-way = ¿Cómo llegó al cargo?
field-people-fill-post-from = En el cargo desde
    .hint = Déjelo vacío si no consta el día: se entiende «a más tardar hoy».
field-people-fill-post-until = Último día del mandato
