//! Samples of the page of editions and of a proof: usual, empty, altered.

use crate::samples::In;
use crate::web::components::Link;
use crate::editions::site::listed_html::{CorrectionShown, EditionShown, EditionsPage};
use crate::editions::site::proof_html::ProofPage;
use crate::web::table::{Cell, Column, Table};

fn columns(l: In, words: &[[&str; 4]]) -> Vec<Column> {
    words.iter().map(|w| Column { label: l.say(*w), numeric: false }).collect()
}

/// Two editions; the first has a correction and a changed rule.
pub fn editions(l: In) -> EditionsPage {
    let edition = |number: i64, corrections: Vec<CorrectionShown>, rules: Vec<String>| EditionShown {
        key: format!("e{number}"),
        link: Link::new(l.say([&format!("Edición {number}"), &format!("Edition {number}"), &format!("Édition {number}"), &format!("الطبعة {number}")]), l.to(&format!("2020/e{number}"))),
        state: vec![l.say(["publicada el 31 de marzo de 2021", "published on 31 March 2021", "publiée le 31 mars 2021", "نُشرت في 31 مارس 2021"]), l.say(["por la Secretaría", "by the Secretariat", "par le Secrétariat", "من الأمانة"])],
        proof: Link::new(l.say(["Comprobar esta edición", "Prove this edition", "Vérifier cette édition", "تحقق من هذه الطبعة"]), l.to(&format!("2020/e{number}/proof"))),
        corrections_heading: l.say(["Diferencias con el registro de hoy", "Differences from the register of today", "Différences avec le registre d’aujourd’hui", "ما يقوله السجل اليوم بخلاف ذلك"]),
        none: corrections.is_empty().then(|| l.say(["No hay ninguna: el registro de hoy da lo mismo.", "There are none: the register of today gives the same.", "Il n’y en a aucune : le registre d’aujourd’hui donne la même chose.", "ما زال السجل يقول الشيء نفسه."])),
        corrections,
        rules,
    };
    let correction = CorrectionShown {
        figure: Link::new(l.say(["Miembros", "Members", "Membres", "الأعضاء"]), l.to("figures/members")),
        code: "M4TK".into(),
        of_number: true,
        change: l.say(["corregido: 23 → 22", "corrected: 23 → 22", "corrigé : 23 → 22", "صُحح: 23 ← 22"]),
        rows: Table {
            caption: l.say(["Miembros", "Members", "Membres", "الأعضاء"]),
            columns: columns(l, &[["Registro", "Record", "Fiche", "السجل"], ["Qué ha cambiado", "What has changed", "Ce qui a changé", "ما الذي تغير"], ["Por qué", "Why", "Pourquoi", "لماذا"], ["Quién", "Who", "Qui", "من"], ["Cuándo", "When", "Quand", "متى"]]),
            rows: vec![vec![
                Cell::link("Puertoclaro", l.to("organisation/puertoclaro")).tagged(l.say(["ilustrativo", "illustrative", "illustratif", "توضيحي"])),
                Cell::text(l.say(["retirado de la lista", "removed from the list", "retiré de la liste", "أزيل من القائمة"])),
                Cell::text(l.say(["Renuncia cuya carta se había traspapelado", "A resignation whose letter had been mislaid", "Une démission dont la lettre avait été égarée", "استقالة فُقدت رسالتها"])),
                Cell::text(l.say(["Secretaría", "Secretariat", "Secrétariat", "الأمانة"])),
                Cell::text(l.say(["30 de junio de 2021", "30 June 2021", "30 juin 2021", "30 يونيو 2021"])),
            ]],
            empty: String::new(),
        },
        more: None,
    };
    let rule = l.say(["Miembros activos: la regla es hoy otra (versión 1 entonces, versión 2 ahora).", "Active members: the rule has changed (version 1 then, version 2 now).", "Membres actifs : la règle est aujourd’hui autre (version 1 alors, version 2 maintenant).", "الأعضاء النشطون: القاعدة اليوم أخرى (الإصدار 1 آنذاك، الإصدار 2 الآن)."]);
    EditionsPage {
        heading: l.say(["Ediciones de 2020", "Editions of 2020", "Éditions de 2020", "طبعات 2020"]),
        words: l.say(["Una edición conserva la página tal como se publicó.", "An edition keeps the page as it was published.", "Une édition conserve la page telle qu’elle a été publiée.", "تحفظ الطبعة الصفحة كما نُشرت."]),
        none: None,
        editions: vec![edition(2, vec![], vec![]), edition(1, vec![correction], vec![rule])],
        signatures_heading: l.say(["Firmas de la página actual", "Signatures under the live page", "Signatures de la page actuelle", "توقيعات الصفحة الحالية"]),
        signatures_words: l.say(["La firma vale mientras no cambien las cifras.", "A signature holds while the numbers are the same.", "La signature vaut tant que les chiffres ne changent pas.", "يسري التوقيع ما لم تتغير الأرقام."]),
        signatures: Some(Table {
            caption: l.say(["Firmas", "Signatures", "Signatures", "توقيعات"]),
            columns: columns(l, &[["Sección", "Section", "Section", "القسم"], ["Firma", "Signature", "Signature", "التوقيع"]]),
            rows: vec![
                vec![Cell::text(l.say(["Voz", "Voice", "Voix", "الصوت"])), Cell::text(l.say(["Firmada por Secretaría el 30 de marzo de 2021", "Signed by Secretariat on 30 March 2021", "Signée par Secrétariat le 30 mars 2021", "وقعته الأمانة في 30 مارس 2021"]))],
                vec![Cell::text(l.say(["Capacidad", "Capacity", "Capacité", "القدرات"])), Cell::text(l.say(["Sin firmar", "Not signed", "Non signée", "غير موقع"]))],
            ],
            empty: String::new(),
        }),
        links: vec![Link::new(l.say(["La página tal como se cuenta hoy", "The page as it is counted today", "La page telle qu’elle se compte aujourd’hui", "الصفحة كما تُحسب اليوم"]), l.to("2020/live"))],
    }
}

/// A year without editions.
pub fn no_editions(l: In) -> EditionsPage {
    let none = l.say(["Todavía no se ha publicado ninguna edición.", "No edition has been published yet.", "Aucune édition n’a encore été publiée.", "لم تُنشر أي طبعة بعد."]);
    EditionsPage { editions: vec![], none: Some(none), ..editions(l) }
}

/// An edition that passes its proof, or one that was altered if `stands` is false.
pub fn proof(l: In, stands: bool) -> ProofPage {
    let intact = |intact: bool| if intact { l.say(["intacto", "intact", "intact", "سليم"]) } else { l.say(["alterado", "altered", "altéré", "مُعدَّل"]) };
    let column = |words: [&str; 4], numeric: bool| Column { label: l.say(words), numeric };
    let figure = |words: [&str; 4], published: &str, then: &str, now: &str, whole: bool| {
        vec![Cell::link(l.say(words), l.to("figures/members")), Cell::text(published), Cell::text(intact(whole)), Cell::text(l.say(["igual", "equal", "égal", "مساوٍ"])), Cell::text(then), Cell::text(now)]
    };
    let altered = l.say(["2020-e1, members: se ha alterado la lista guardada.", "2020-e1, members: the stored list was altered.", "2020-e1, members : la liste conservée a été altérée.", "2020-e1، members: عُدلت القائمة المحفوظة."]);
    ProofPage {
        heading: l.say(["Comprobación de la edición 1 de 2020", "Proof of edition 1 of 2020", "Vérification de l’édition 1 de 2020", "التحقق من الطبعة 1 لعام 2020"]),
        stands,
        summary: if stands {
            l.say(["2020-e1: intacta; 2 de 2 cifras salen iguales.", "2020-e1: intact; 2 of 2 numbers come out equal.", "2020-e1 : intacte ; 2 chiffres sur 2 ressortent égaux.", "2020-e1: سليمة؛ رقمان من 2 يخرجان متساويين."])
        } else {
            l.say(["2020-e1: no se sostiene.", "2020-e1: does not stand.", "2020-e1 : ne tient pas.", "2020-e1: لا تصمد."])
        },
        findings: if stands { vec![] } else { vec![altered] },
        words: vec![l.say(["Recuento: con su propia regla, sobre el registro tal como constaba.", "Recount: by its own rule, on the register as known on that day.", "Nouveau comptage : selon sa propre règle, sur le registre tel qu’il était connu.", "إعادة العد: بقاعدته، على السجل كما كان معلومًا."])],
        numbers_heading: l.say(["Cifra por cifra", "Number by number", "Chiffre par chiffre", "رقمًا رقمًا"]),
        numbers: Table {
            caption: l.say(["Cifras", "Numbers", "Chiffres", "أرقام"]),
            columns: vec![
                column(["Cifra", "Figure", "Chiffre", "الرقم"], false),
                column(["Publicada", "Published", "Publié", "المنشور"], true),
                column(["Lo guardado", "Stored content", "Ce qui est conservé", "المحفوظ"], false),
                column(["Recuento", "Recount", "Nouveau comptage", "إعادة العد"], false),
                column(["Como constaba su día", "As known on its day", "Selon l’état connu ce jour-là", "كما كان معلومًا"], true),
                column(["Como consta hoy", "As known today", "Selon l’état connu aujourd’hui", "كما هو معلوم اليوم"], true),
            ],
            rows: vec![figure(["Miembros", "Members", "Membres", "الأعضاء"], "23", "23", "22", stands), figure(["Declaraciones", "Declarations", "Déclarations", "الإعلانات"], "9", "9", "9", true)],
            empty: String::new(),
        },
        pages_heading: l.say(["Páginas guardadas", "Pages kept", "Pages conservées", "الصفحات المحفوظة"]),
        pages: Table {
            caption: l.say(["Páginas", "Pages", "Pages", "صفحات"]),
            columns: vec![column(["Idioma", "Language", "Langue", "اللغة"], false), column(["Lo guardado", "Stored content", "Ce qui est conservé", "المحفوظ"], false)],
            rows: vec![vec![Cell::text("Español"), Cell::text(intact(true))]],
            empty: String::new(),
        },
        links: vec![Link::new(l.say(["Edición 1", "Edition 1", "Édition 1", "الطبعة 1"]), l.to("2020/e1"))],
    }
}
