//! Samples of the other pages, each in its states.

use crate::samples::{In, number_words};
use crate::web::components::{Choice, Choosable, Entry, Field, Form, Link};
use crate::figures::site::html::{Breakdown, FigurePage, Rows, RowsShown, YearsTable};
use crate::web::list::ListPage;
use crate::figures::site::methods_html::{MethodGroup, Method, Methods};
use crate::web::notice::Notice;
use crate::records::site::html::{Panel, RecordField, RecordPage};
use crate::web::table::{Cell, Column, Pager, Table};
use decapolis_drawing::Sign::{AtLeast, DuringTheYear, OnTheDay, Provisional};
use decapolis_drawing::{self as drawn, Columns, MapPlace, WorldMap};

fn percent(l: In, number: &str) -> String {
    l.say([&format!("{number} %"), &format!("{number}%"), &format!("{number} %"), &format!("{number}٪")])
}

fn column(l: In, words: [&str; 4], numeric: bool) -> Column {
    Column { label: l.say(words), numeric }
}

fn illustrative(l: In) -> String {
    l.say(["ilustrativo", "illustrative", "illustratif", "توضيحي"])
}

const REGION: [&str; 4] = ["Región", "Region", "Région", "المنطقة"];
const REGIONS: [[&str; 4]; 5] = [
    ["África", "Africa", "Afrique", "أفريقيا"],
    ["América Latina y el Caribe", "Latin America and the Caribbean", "Amérique latine et Caraïbes", "أمريكا اللاتينية والكاريبي"],
    ["América del Norte", "North America", "Amérique du Nord", "أمريكا الشمالية"],
    ["Asia y Pacífico", "Asia-Pacific", "Asie-Pacifique", "آسيا والمحيط الهادئ"],
    ["Europa", "Europe", "Europe", "أوروبا"],
];
const NAMES: [&str; 8] = ["Puertoclaro", "Lindhaven", "Nueva Aldara", "Oyomba", "Qingmei", "Tarsos", "Villa Ombú", "Kestrel Bay"];

/// A usual figure: a share with its rows.
pub fn figure(l: In) -> FigurePage {
    let groups = [("5 / 7", "71", 71.0), ("6 / 8", "75", 75.0), ("2 / 4", "50", 50.0), ("15 / 23", "65", 65.0), ("12 / 14", "86", 86.0)];
    let years = [("2017", "61", 61.0), ("2018", "64", 64.0), ("2019", "68", 68.0), ("2020", "71", 71.0), ("2021", "84", 84.0)];
    FigurePage {
        shown: Some(percent(l, "71")),
        prefix: None,
        sentence: l.say(["de participación en las reuniones del Consejo de Administración", "participation in the meetings of the Board", "de participation aux réunions du Conseil d’administration", "مشاركة في اجتماعات مجلس الإدارة"]),
        rule: l.say([
            "De los 56 puestos con derecho a asistir en las reuniones celebradas en 2020, 40 estuvieron ocupados: presentes o representados.",
            "Of the 56 seats entitled to attend the meetings held in 2020, 40 were taken: present or represented.",
            "Sur les 56 sièges ayant droit d’assister aux réunions tenues en 2020, 40 ont été occupés : présents ou représentés.",
            "من بين 56 مقعدًا يحق لها حضور اجتماعات 2020، شُغل 40: حضورًا أو تمثيلًا.",
        ]),
        code: "R7TB".into(),
        signs: vec![DuringTheYear],
        about: vec!["2020".into(), l.say(["según consta hoy", "as known today", "selon l’état connu ce jour", "وفق المعلوم اليوم"]), l.say(["puestos, no personas", "seats, not people", "sièges, non personnes", "مقاعد لا أشخاص"]), l.say(["versión 1 de la regla", "version 1 of the rule", "version 1 de la règle", "الإصدار 1 من القاعدة"])],
        ribbon: l.maybe(["datos ilustrativos", "illustrative data", "données illustratives", "بيانات توضيحية"]),
        links: vec![Link::new("CSV", "#csv"), Link::new("JSON", "#json"), Link::new(l.say(["Citar", "Cite", "Citer", "اقتبس"]), "#cite")],
        drawing: None,
        form: Form {
            label: l.say(["Calcular de otro modo", "Ask differently", "Calculer autrement", "اسأل بطريقة أخرى"]),
            action: l.to("figures/board-participation"),
            fields: vec![
                Field::Entry(Entry { label: l.say(["A fecha de", "As of", "À la date du", "حتى تاريخ"]), name: "at".into(), value: "2020-12-31".into(), kind: "date", ..Entry::default() }),
                Field::Entry(Entry { label: l.say(["Según constaba el", "As known on", "Selon l’état connu au", "وفق المعلوم في"]), name: "known".into(), value: String::new(), kind: "date", ..Entry::default() }),
                Field::Choice(Choice { label: l.say(["Desglose", "Breakdown", "Ventilation", "التفصيل"]), name: "by".into(), options: vec![Choosable { value: "region".into(), words: l.say(["por región", "by region", "par région", "حسب المنطقة"]), chosen: true }] }),
            ],
            button: l.say(["Calcular", "Calculate", "Calculer", "احسب"]),
        },
        notices: vec![],
        breakdown: Some(Breakdown {
            heading: l.say(["Por región", "By region", "Par région", "حسب المنطقة"]),
            table: Table {
                caption: l.say(["Por región", "By region", "Par région", "حسب المنطقة"]),
                columns: vec![column(l, REGION, false), column(l, ["Puestos", "Seats", "Sièges", "المقاعد"], true), column(l, ["Parte", "Share", "Part", "النسبة"], true), Column::default()],
                rows: groups.iter().zip(REGIONS).map(|(group, region)| vec![Cell::text(l.say(region)), Cell::text(group.0), Cell::text(percent(l, group.1)), Cell { bar: Some((group.2, 100.0)), ..Cell::default() }]).collect(),
                empty: String::new(),
            },
            note: None,
        }),
        years: Some(YearsTable {
            heading: l.say(["Por año", "By year", "Par année", "حسب السنة"]),
            chart: Columns { title: l.say(["De 61 en 2017 a 84 en 2021", "From 61 in 2017 to 84 in 2021", "De 61 en 2017 à 84 en 2021", "من 61 في 2017 إلى 84 في 2021"]), columns: years.iter().map(|year| drawn::YearColumn { label: year.0.into(), shown: percent(l, year.1), amount: Some(year.2), highlighted: year.0 == "2020" }).collect() },
            as_table: l.say(["Como tabla", "As a table", "En tableau", "كجدول"]),
            table: Table {
                caption: l.say(["Por año", "By year", "Par année", "حسب السنة"]),
                columns: vec![column(l, ["Año", "Year", "Année", "السنة"], false), column(l, ["Parte", "Share", "Part", "النسبة"], true)],
                rows: years.iter().map(|year| vec![Cell::text(year.0), Cell::text(percent(l, year.1))]).collect(),
                empty: String::new(),
            },
            note: None,
        }),
        rows: Rows {
            heading: l.say(["De qué filas sale", "Which rows it comes from", "De quelles lignes il vient", "من أي صفوف يأتي"]),
            label: l.say(["Partes", "Parts", "Parties", "الأجزاء"]),
            parts: parts(l, 0),
            views: vec![],
            shown: RowsShown::Each(Table {
                caption: l.say(["40 contadas", "40 counted", "40 comptées", "40 محسوبة"]),
                columns: vec![column(l, ["Reunión", "Meeting", "Réunion", "الاجتماع"], false), column(l, ["Puesto de", "Seat of", "Siège de", "مقعد"], false), column(l, REGION, false), column(l, ["Asistencia", "Attendance", "Présence", "الحضور"], false)],
                rows: NAMES.iter().enumerate().map(|(at, name)| vec![
                    Cell::link(l.say(["Consejo, 14 de mayo", "Board, 14 May", "Conseil, 14 mai", "المجلس، 14 مايو"]), "#meeting"),
                    Cell::link(*name, "#member").tagged(illustrative(l)),
                    Cell::text(l.say(REGIONS[at % 5])),
                    Cell::text(l.say(["presente", "present", "présent", "حاضر"])),
                ]).collect(),
                empty: String::new(),
            }),
            note: None,
            download: Some(Link::new(l.say(["Descargar estas 40 filas", "Download these 40 rows", "Télécharger ces 40 lignes", "نزّل هذه الصفوف"]), "#csv")),
            pager: Pager { label: l.say(["Páginas de filas", "Pages of rows", "Pages de lignes", "صفحات الصفوف"]), shown: l.say(["1–8 de 40", "1–8 of 40", "1–8 sur 40", "1–8 من 40"]), first: None, next: Some(Link::new(l.say(["Siguientes", "Next", "Suivantes", "التالي"]), "#next")) },
        },
        embed: Some((l.say(["Mostrar en otro sitio", "Show in another site", "Afficher sur un autre site", "عرض في موقع آخر"]), l.say(["Copia este texto.", "Copy this text.", "Copiez ce texte.", "انسخ هذا النص."]), "<iframe src=\"https://marisma.example/es/2020/card/r7tb\"></iframe>".into())),
        cite: Some((l.say(["Citar", "Cite", "Citer", "اقتبس"]), l.say(["Red Marisma, «Participación en el Consejo», 2020.", "Marisma network, “Participation in the Board”, 2020.", "Réseau Marisma, « Participation au Conseil », 2020.", "شبكة ماريسما، 2020."]))),
        words: number_words(l),
    }
}

fn parts(l: In, current: usize) -> Vec<Link> {
    [["40 contadas", "40 counted", "40 comptées", "40 محسوبة"], ["16 sólo en la base", "16 in the base only", "16 dans la base seule", "16 في الأساس فقط"], ["3 excluidas", "3 left out", "3 écartées", "3 مستبعدة"]]
        .iter()
        .enumerate()
        .map(|(at, words)| Link { words: l.say(*words), href: format!("#part-{at}"), current: at == current })
        .collect()
}

/// A figure whose rows may not be shown: counts by reason.
pub fn withheld_figure(l: In) -> FigurePage {
    let mut it = figure(l);
    it.rows.parts = parts(l, 2);
    it.rows.note = l.maybe(["Las filas excluidas se muestran al público como número: nadie aparece como ausente.", "Rows left out are shown to the public as a number: nobody appears as absent.", "Les lignes écartées sont montrées au public en nombre : personne n’apparaît comme absent.", "تُعرض الصفوف المستبعدة للعموم كرقم: لا يظهر أحد غائبًا."]);
    it.rows.shown = RowsShown::Reasons(vec![("2".into(), l.say(["reunión aplazada", "meeting postponed", "réunion reportée", "اجتماع مؤجل"])), ("1".into(), l.say(["fecha demasiado vaga", "date too vague", "date trop vague", "تاريخ غير دقيق"]))]);
    it.rows.download = None;
    it.rows.pager = Pager::default();
    it
}

/// A figure of a year without data.
pub fn empty_figure(l: In) -> FigurePage {
    let mut it = figure(l);
    it.shown = None;
    it.breakdown = None;
    it.years = None;
    it.rule = l.say(["No hay ninguna reunión registrada en 2020.", "No meeting is recorded in 2020.", "Aucune réunion n’est enregistrée en 2020.", "لا يوجد اجتماع مسجل في 2020."]);
    it.rows.parts.clear();
    it.rows.download = None;
    it.rows.pager = Pager::default();
    it.rows.shown = RowsShown::Each(Table { empty: l.say(["Ninguna fila.", "No rows.", "Aucune ligne.", "لا صفوف."]), ..Table::default() });
    it
}

/// A member with two panels.
pub fn record(l: In, land: &str) -> RecordPage {
    RecordPage {
        trail: vec![Link::new(l.say(["Miembros", "Members", "Membres", "الأعضاء"]), l.to("members"))],
        trail_label: l.say(["Camino", "Trail", "Chemin", "المسار"]),
        kind: l.say(["Miembro", "Member", "Membre", "عضو"]),
        name: "Puertoclaro".into(),
        own_name: None,
        code: "puertoclaro".into(),
        line: vec![l.say(REGIONS[4]), l.say(["en la red desde 2009", "in the network since 2009", "dans le réseau depuis 2009", "في الشبكة منذ 2009"])],
        tag: Some(illustrative(l)),
        notice: None,
        fields_heading: l.say(["Datos", "Fields", "Données", "البيانات"]),
        fields: vec![
            RecordField { label: l.say(["Gobierno", "Government", "Gouvernement", "الحكومة"]), values: vec![Cell::text(l.say(["Ayuntamiento", "City council", "Conseil municipal", "مجلس المدينة"]))], about: None },
            RecordField { label: l.say(["Alcaldía", "Mayor", "Mairie", "رئاسة البلدية"]), values: vec![Cell::link("Inés Albarrán", "#person").tagged(illustrative(l))], about: l.maybe(["desde el 15 de junio de 2019", "since 15 June 2019", "depuis le 15 juin 2019", "منذ 15 يونيو 2019"]) },
            RecordField { label: l.say(["Próximas elecciones", "Next election", "Prochaines élections", "الانتخابات القادمة"]), values: vec![Cell::text("—")], about: None },
        ],
        drawing: None,
        map: (!land.is_empty()).then(|| WorldMap { title: "Puertoclaro".into(), land: land.into(), places: vec![MapPlace { lat: 40.0, lon: -4.0, members: 1 }] }),
        panels: vec![
            Panel {
                key: "seats".into(),
                heading: l.say(["Puestos", "Seats", "Sièges", "المقاعد"]),
                words: None,
                of: None,
                table: Table { caption: l.say(["Puestos", "Seats", "Sièges", "المقاعد"]), columns: vec![column(l, ["Órgano", "Body", "Organe", "الهيئة"], false), column(l, ["Desde", "From", "Depuis", "منذ"], false)], rows: vec![vec![Cell::link(l.say(["Consejo", "Board", "Conseil", "المجلس"]), "#board"), Cell::text("2018")]], empty: String::new() },
                more: Some(Link::new(l.say(["Todos los puestos", "All seats", "Tous les sièges", "كل المقاعد"]), "#seats")),
                ..Panel::default()
            },
            Panel { key: "pilots".into(), heading: l.say(["Proyectos piloto", "Pilot projects", "Projets pilotes", "مشاريع تجريبية"]), words: None, table: Table { empty: l.say(["Ninguno.", "None.", "Aucun.", "لا يوجد."]), ..Table::default() }, ..Panel::default() },
        ],
        links: vec![Link::new("JSON", "#json"), Link::new(l.say(["Historia", "History", "Historique", "التاريخ"]), "#history")],
        ..RecordPage::default()
    }
}

/// A list of members, filtered by region.
pub fn list(l: In) -> ListPage {
    let any = Choosable { value: String::new(), words: l.say(["todas", "all", "toutes", "الكل"]), chosen: false };
    let options = std::iter::once(any).chain(REGIONS.iter().enumerate().map(|(at, words)| Choosable { value: at.to_string(), words: l.say(*words), chosen: at == 4 })).collect();
    ListPage {
        heading: l.say(["Miembros", "Members", "Membres", "الأعضاء"]),
        count: "23".into(),
        words: l.say(["Gobiernos miembros a 31 de diciembre de 2020.", "Member governments on 31 December 2020.", "Gouvernements membres au 31 décembre 2020.", "الحكومات الأعضاء في 31 ديسمبر 2020."]),
        ribbon: l.maybe(["datos ilustrativos", "illustrative data", "données illustratives", "بيانات توضيحية"]),
        form: Some(Form {
            label: l.say(["Filtrar", "Filter", "Filtrer", "تصفية"]),
            action: l.to("members"),
            fields: vec![
                Field::Entry(Entry { label: l.say(["Nombre", "Name", "Nom", "الاسم"]), name: "q".into(), kind: "search", ..Entry::default() }),
                Field::Choice(Choice { label: l.say(REGION), name: "region".into(), options }),
            ],
            button: l.say(["Filtrar", "Filter", "Filtrer", "تصفية"]),
        }),
        holding: vec![Link::new(l.say(REGIONS[4]), l.to("members"))],
        holding_label: l.say(["Filtros", "Filters", "Filtres", "المرشحات"]),
        table: Table {
            caption: l.say(["Miembros", "Members", "Membres", "الأعضاء"]),
            columns: vec![column(l, ["Miembro", "Member", "Membre", "العضو"], false), column(l, REGION, false), column(l, ["Desde", "Since", "Depuis", "منذ"], true)],
            rows: NAMES.iter().map(|name| vec![Cell::link(*name, "#member").tagged(illustrative(l)), Cell::text(l.say(REGIONS[4])), Cell::text("2009")]).collect(),
            empty: l.say(["Ningún miembro con ese nombre en esa región.", "No member of that name in that region.", "Aucun membre de ce nom dans cette région.", "لا عضو بهذا الاسم في هذه المنطقة."]),
        },
        pager: Pager { label: l.say(["Páginas de la lista", "Pages of the list", "Pages de la liste", "صفحات القائمة"]), shown: l.say(["1–8 de 23", "1–8 of 23", "1–8 sur 23", "1–8 من 23"]), first: None, next: Some(Link::new(l.say(["Siguientes", "Next", "Suivants", "التالي"]), "#next")) },
        links: vec![Link::new("CSV", "#csv"), Link::new("JSON", "#json")],
    }
}

/// The page about methods, with two figures.
pub fn methods(l: In) -> Methods {
    let method = |code: &str, words, shown: Option<String>, signs: &[drawn::Sign]| Method {
        code: code.into(), figure: Link::new(l.say(words), l.to("figures/x")), shown, signs: signs.to_vec(),
        rule: l.say(["Puestos ocupados, presentes o representados, sobre puestos con derecho a asistir.", "Seats taken, present or represented, over seats entitled to attend.", "Sièges occupés, présents ou représentés, sur sièges ayant droit d’assister.", "المقاعد المشغولة من أصل المقاعد المستحقة."]),
        about: vec![l.say(["versión 1", "version 1", "version 1", "الإصدار 1"])],
    };
    Methods {
        heading: l.say(["Cómo se cuenta", "How it is counted", "Comment on compte", "كيف نحسب"]),
        words: vec![l.say(["Cada número sale de una lista que cualquiera puede abrir.", "Every number comes from a list that anybody can open.", "Chaque nombre vient d’une liste que chacun peut ouvrir.", "كل رقم يأتي من قائمة يمكن لأي شخص فتحها."])],
        groups_label: l.say(["Grupos", "Groups", "Groupes", "المجموعات"]),
        groups: vec![
            MethodGroup { key: "governance".into(), heading: l.say(["Gobernanza", "Governance", "Gouvernance", "الحوكمة"]), figures: vec![method("R7TB", ["Participación en el Consejo", "Participation in the Board", "Participation au Conseil", "المشاركة في المجلس"], Some(percent(l, "71")), &[DuringTheYear])] },
            MethodGroup { key: "who".into(), heading: l.say(["Quiénes somos", "Who we are", "Qui nous sommes", "من نحن"]), figures: vec![method("M4TK", ["Miembros", "Members", "Membres", "الأعضاء"], Some("141".into()), &[OnTheDay]), method("N7WA", ["Nuevos miembros", "New members", "Nouveaux membres", "أعضاء جدد"], None, &[DuringTheYear])] },
        ],
        signs_heading: l.say(["Signos", "Signs", "Signes", "الرموز"]),
        signs: [OnTheDay, DuringTheYear, AtLeast, Provisional].map(|sign| (sign, String::new())).to_vec(),
        number_words: number_words(l),
        sources_heading: l.say(["Fuentes y licencia", "Sources and licence", "Sources et licence", "المصادر والترخيص"]),
        sources: vec![("GeoNames".into(), l.say(["12 registros", "12 records", "12 fiches", "12 سجلًا"]))],
        licence: vec!["CC BY 4.0".into()],
        data: vec![Link::new("JSON-LD", "#data")],
    }
}

fn home(l: In) -> Vec<Link> {
    vec![Link::new(l.say(["La red en cifras", "The network in figures", "Le réseau en chiffres", "الشبكة بالأرقام"]), l.to("2020"))]
}

/// A page that does not exist.
pub fn not_found(l: In) -> Notice {
    Notice { heading: l.say(["No hay ninguna página aquí", "There is no page here", "Il n’y a pas de page ici", "لا توجد صفحة هنا"]), words: vec![l.say(["Compruebe la dirección, o busque el registro por su nombre.", "Check the address, or look for the record by its name.", "Vérifiez l’adresse, ou cherchez l’enregistrement par son nom.", "تحقق من العنوان أو ابحث بالاسم."])], links: home(l), ..Notice::default() }
}

/// A page that a rule refuses.
pub fn refused(l: In) -> Notice {
    Notice { heading: l.say(["Esta lista no es pública", "This list is not public", "Cette liste n’est pas publique", "هذه القائمة ليست عامة"]), words: vec![l.say(["Se muestra como número, con sus motivos, en la página de la cifra.", "It is shown as a number, with its reasons, on the page of the figure.", "Elle est montrée en nombre, avec ses motifs, sur la page du chiffre.", "تُعرض كرقم مع أسبابها في صفحة الرقم."])], links: home(l), ..Notice::default() }
}

/// An internal error.
pub fn broken(l: In) -> Notice {
    Notice { heading: l.say(["Algo ha fallado", "Something broke", "Une panne est survenue", "حدث عطل"]), words: vec![l.say(["No se ha perdido nada. Inténtelo de nuevo en unos minutos.", "Nothing was lost. Try again in a few minutes.", "Rien n’est perdu. Réessayez dans quelques minutes.", "لم يُفقد شيء. حاول بعد دقائق."])], quote: Some((l.say(["Si se repite, cite el número", "If it happens again, quote the number", "Si cela se répète, citez le numéro", "إذا تكرر، اذكر الرقم"]), "7K2M-91".into())), links: home(l), ..Notice::default() }
}
