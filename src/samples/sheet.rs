//! Samples of the page in figures: usual and empty.

use crate::samples::places::places;
use crate::samples::{In, number_words};
use crate::page::site::embed_html::{Embed, Piece};
use crate::page::number::{Counted, Details, Face, Number, Pair, Within};
use crate::page::sheet::{Balance, Band, Folded, Group, Groups, GroupsFace, Legend, Link, Map, Section, Sheet, Show, Step, Unfilled};
use decapolis_drawing::Sign::{AtLeast, DuringTheYear, OnTheDay, Provisional};
use decapolis_drawing::{Bar, Cells, Dots, Drawing, Fill, Part, People, Point, Points, Rings, Seats, Sign, Spines, Strip, WorldMap};

fn number(l: In, code: &str, shown: &str, noun: [&str; 4], verb: Option<[&str; 4]>, signs: &[Sign]) -> Number {
    Number {
        key: code.to_lowercase(),
        code: code.into(),
        href: l.to(&format!("figures/{}", code.to_lowercase())),
        counted: Counted { value: digits(shown), ..Counted::default() },
        shown: (!shown.is_empty()).then(|| shown.to_owned()),
        noun: l.say(noun),
        verb: verb.map(|verb| l.say(verb)),
        signs: signs.to_vec(),
        details: details(l),
        ..Number::default()
    }
}

/// The number in a text, if there is one.
fn digits(shown: &str) -> Option<f64> {
    shown.replace(['\u{202f}', '\u{a0}', ' ', '%', '٪'], "").replace(',', ".").parse().ok()
}

fn details(l: In) -> Details {
    Details {
        period: l.maybe(["del 1 de enero al 31 de diciembre de 2020", "1 January to 31 December 2020", "du 1er janvier au 31 décembre 2020", "من 1 يناير إلى 31 ديسمبر 2020"]),
        rule: l.maybe([
            "Cada registro cuenta una vez, en el año de su fecha; sólo cuenta lo celebrado.",
            "Each record counts once, in the year of its day; only what was held counts.",
            "Chaque enregistrement compte une fois, l’année de sa date ; seul ce qui a eu lieu compte.",
            "يُحسب كل سجل مرة واحدة في سنة تاريخه، ولا يُحسب إلا ما عُقد فعلًا.",
        ]),
        left_out: l.maybe(["4 aplazados, 2 con fecha demasiado vaga", "4 postponed, 2 with too vague a date", "4 reportés, 2 à la date trop vague", "4 مؤجلة، و2 بتاريخ غير دقيق"]),
        links: vec![Link::new(l.say(["Lista", "List", "Liste", "القائمة"]), "#list"), Link::new("CSV", "#csv"), Link::new("JSON", "#json"), Link::new(l.say(["Citar", "Cite", "Citer", "اقتبس"]), "#cite")],
        ..Details::default()
    }
}

fn within(l: In, code: &str, words: [&str; 4], signs: &[Sign]) -> Vec<Within> {
    let words = l.say(words);
    let (shown, noun) = words.split_once(' ').map_or((None, words.clone()), |(shown, noun)| (Some(shown.to_owned()), noun.to_owned()));
    vec![Within { key: code.to_lowercase(), code: code.into(), href: l.to("figures/x"), shown, noun, words, signs: signs.to_vec(), ..Within::default() }]
}

fn part(amount: f64, fill: Fill, words: String) -> Part {
    Part { amount, fill, words }
}

fn strip(title: String, filled: u32, unknown: u32, in_a_row: u32) -> Option<Drawing> {
    Some(Drawing::Strip(Strip { title, filled, unknown, all: 141, in_a_row }))
}

/// The usual page.
pub fn sheet(l: In) -> Sheet {
    Sheet {
        unfilled: None,
        lang: crate::samples::LANGUAGES[l.0].into(),
        network: l.say(["Red de la Marisma", "Saltmarsh Network", "Réseau du Marais", "شبكة المستنقع"]),
        year: 2020,
        codes: "/n/2020/e1".into(),
        from: "2020-01-01".into(),
        to: "2020-12-31".into(),
        edition: Some(1),
        headline: l.say(["La red en 2020", "The network in 2020", "Le réseau en 2020", "الشبكة في 2020"]),
        state: vec![
            l.say(["Situación a 31 de diciembre de 2020", "As of 31 December 2020", "Situation au 31 décembre 2020", "الوضع في 31 ديسمبر 2020"]),
            l.say(["edición 1", "edition 1", "édition 1", "الإصدار 1"]),
            l.say(["publicada el 12 de abril de 2021", "published on 12 April 2021", "publiée le 12 avril 2021", "نُشر في 12 أبريل 2021"]),
        ],
        ribbon: l.maybe(["datos ilustrativos", "illustrative data", "données illustratives", "بيانات توضيحية"]),
        address: Some(Link::new("marisma.example/2020", l.to("2020"))),
        downloads: vec![Link::new("PDF", "#pdf"), Link::new("CSV", "#csv"), Link::new("JSON", "#json")],
        words: number_words(l),
        sections: vec![who(l), voice(l), communication(l), capacity(l), funding(l), board(l), assembly(l), team(l), themes(l)],
        legend: Legend {
            heading: l.say(["Signos", "Signs", "Signes", "الرموز"]),
            signs: vec![OnTheDay, DuringTheYear, AtLeast, Provisional],
            lines: vec![
                l.say([
                    "Cada número abre la lista de lo que cuenta: marisma.example/n/2020/e1/CÓDIGO",
                    "Every number opens the list of what it counts: marisma.example/n/2020/e1/CODE",
                    "Chaque nombre ouvre la liste de ce qu’il compte : marisma.example/n/2020/e1/CODE",
                    "كل رقم يفتح قائمة ما يحسبه: marisma.example/n/2020/e1/CODE",
                ]),
                l.say(["Mapa: Natural Earth", "Map: Natural Earth", "Carte : Natural Earth", "الخريطة: Natural Earth"]),
            ],
            methods: Some(Link::new(l.say(["Cómo se cuenta", "How it is counted", "Comment on compte", "كيف نحسب"]), l.to("methods"))),
        },
    }
}

fn themes(l: In) -> Section {
    let heading = l.say(["Actividades por tema", "Activities by theme", "Activités par thème", "الأنشطة حسب الموضوع"]);
    Section {
        key: "themes".into(),
        heading: heading.clone(),
        band: Band::Foot,
        shows: vec![Show::Groups(Groups {
            key: "themes".into(),
            by: "theme".into(),
            face: GroupsFace::Themes,
            heading,
            groups: [
                (["Cohesión social", "Social cohesion", "Cohésion sociale", "التماسك الاجتماعي"], "31"),
                (["Desarrollo económico", "Economic development", "Développement économique", "التنمية الاقتصادية"], "22"),
                (["Sostenibilidad", "Sustainability", "Durabilité", "الاستدامة"], "38"),
                (["Igualdad de género", "Gender equality", "Égalité des genres", "المساواة بين الجنسين"], "26"),
            ]
            .map(|(words, shown)| group(l, words, shown))
            .to_vec(),
            ..Groups::default()
        })],
    }
}

fn group(l: In, words: [&str; 4], shown: &str) -> Group {
    Group { is: words[1].into(), words: l.say(words), shown: shown.into(), counted: shown.parse().unwrap_or_default(), href: l.to("members"), ..Group::default() }
}

fn who(l: In) -> Section {
    let members = number(l, "M4TK", "141", [
        "gobiernos de grandes ciudades y áreas metropolitanas trabajan juntos en la red",
        "governments of major cities and metropolitan areas work together in the network",
        "gouvernements de grandes villes et d’aires métropolitaines travaillent ensemble dans le réseau",
        "حكومة لمدن كبرى ومناطق حضرية تعمل معًا في الشبكة",
    ], None, &[OnTheDay]);
    let mut people = number(l, "E2VP", ["2450", "2,450", "2 450", "2450"][l.0], [
        "participaciones en eventos liderados o coliderados por la red",
        "attendances at events led or co-led by the network",
        "participations à des événements dirigés ou codirigés par le réseau",
        "مشاركة في فعاليات قادتها الشبكة أو شاركت في قيادتها",
    ], None, &[DuringTheYear, AtLeast]);
    people.prefix = l.maybe(["Más de", "More than", "Plus de", "أكثر من"]);
    people.caption = l.maybe(["60 eventos celebrados; recuento designado en cada uno", "60 events held; one designated count for each", "60 événements tenus ; un décompte désigné pour chacun", "60 فعالية عُقدت؛ عدد معتمد لكل منها"]);
    let mut active = number(l, "A9JD", ["76 %", "76%", "76 %", "76٪"][l.0], ["de la membresía ha participado activamente", "of the membership took an active part", "des membres ont participé activement", "من الأعضاء شاركوا بنشاط"], None, &[DuringTheYear]);
    active.caption = l.maybe(["107 de 141", "107 of 141", "107 sur 141", "107 من 141"]);
    active.drawing = strip(l.say(["107 de 141", "107 of 141", "107 sur 141", "107 من 141"]), 107, 0, 47);
    let mut women = number(l, "W3LE", ["15,6 %", "15.6%", "15,6 %", "15.6٪"][l.0], ["de los gobiernos miembros, dirigidos por mujeres", "of the member governments are led by women", "des gouvernements membres dirigés par des femmes", "من الحكومات الأعضاء تقودها نساء"], None, &[OnTheDay]);
    women.caption = l.maybe(["22 de 141; 3 no consta", "22 of 141; 3 not stated", "22 sur 141 ; 3 non précisés", "22 من 141؛ 3 غير مذكور"]);
    women.drawing = strip(women.caption.clone().unwrap_or_default(), 22, 3, 47);
    let step = |shown: &str, words, code: &str| Step {
        key: "members".into(),
        shown: shown.into(),
        counted: shown.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or_default(),
        words: l.say(words),
        code: code.into(),
        href: l.to("figures/x"),
        at: "2020-12-31".into(),
        signs: vec![if code == "M4TK" { OnTheDay } else { DuringTheYear }],
        adds: None,
    };
    let balance = Balance {
            heading: l.say(["Altas y bajas de 2020", "Joined and left in 2020", "Arrivées et départs en 2020", "الانضمام والمغادرة في 2020"]),
            steps: vec![
                step("138", ["a 31 dic. 2019", "on 31 Dec 2019", "au 31 déc. 2019", "في 31 ديسمبر 2019"], "M4TK"),
                step("+ 6", ["nuevos miembros", "new members", "nouveaux membres", "أعضاء جدد"], "N7WA"),
                step("− 3", ["bajas", "left", "départs", "مغادرون"], "L5DX"),
                step("= 141", ["a 31 dic. 2020", "on 31 Dec 2020", "au 31 déc. 2020", "في 31 ديسمبر 2020"], "M4TK"),
            ],
        };
    let map = Map {
        key: "members".into(),
        map: WorldMap { title: l.say(["Mapa de las áreas metropolitanas de los 141 miembros", "Map of the metropolitan areas of the 141 members", "Carte des aires métropolitaines des 141 membres", "خريطة المناطق الحضرية للأعضاء"]), land: String::new(), places: places() },
        links: places().iter().map(|_| Link::new("Puertoclaro", l.to("organisation/puertoclaro"))).collect(),
        list: Some(Link::new(l.say(["El mapa como lista", "The map as a list", "La carte en liste", "الخريطة كقائمة"]), l.to("members"))),
        words: l.maybe(["área con dos miembros o más", "area with two members or more", "aire de deux membres ou plus", "منطقة فيها عضوان أو أكثر"]),
    };
    let regions = Groups {
        key: "members".into(),
        by: "region".into(),
        heading: l.say(["Miembros por región", "Members by region", "Membres par région", "الأعضاء حسب المنطقة"]),
        groups: vec![
            group(l, ["Asia y Pacífico", "Asia-Pacific", "Asie-Pacifique", "آسيا والمحيط الهادئ"], "52"),
            group(l, ["África", "Africa", "Afrique", "أفريقيا"], "27"),
            group(l, ["América Latina y el Caribe", "Latin America and the Caribbean", "Amérique latine et Caraïbes", "أمريكا اللاتينية والكاريبي"], "27"),
            group(l, ["Europa", "Europe", "Europe", "أوروبا"], "23"),
            group(l, ["América del Norte", "North America", "Amérique du Nord", "أمريكا الشمالية"], "12"),
        ],
        ..Groups::default()
    };
    let mut shows = vec![Show::number(Face::Huge, members), Show::Balance(balance), Show::Map(map), Show::Groups(regions)];
    shows.extend([people, active, women].map(|number| Show::number(Face::Big, number)));
    Section { key: "who".into(), heading: l.say(["Quiénes somos", "Who we are", "Qui nous sommes", "من نحن"]), band: Band::First, shows }
}

fn rows(numbers: Vec<Number>) -> Vec<Show> {
    numbers.into_iter().map(|number| Show::number(Face::Row, number)).collect()
}

fn voice(l: In) -> Section {
    let mut events = number(l, "G6RC", "76", ["eventos globales", "global events", "événements mondiaux", "فعالية عالمية"], Some(["con participación activa", "with active participation", "avec participation active", "بمشاركة نشطة"]), &[DuringTheYear]);
    let roles = [
        part(18.0, Fill::Accent, l.say(["18 liderados", "18 led", "18 dirigés", "18 بقيادتنا"])),
        part(22.0, Fill::Ink, l.say(["22 coliderados", "22 co-led", "22 codirigés", "22 بقيادة مشتركة"])),
        part(36.0, Fill::Quiet, l.say(["36 con participación", "36 took part", "36 avec participation", "36 بالمشاركة"])),
    ];
    events.drawing = Some(Drawing::Bar(Bar { title: l.say(["Eventos por papel", "Events by role", "Événements par rôle", "الفعاليات حسب الدور"]), parts: roles.to_vec() }));
    let mut call = number(l, "L2QY", "16", ["miembros y entidades socias", "members and partner entities", "membres et entités partenaires", "عضوًا وجهة شريكة"], Some(["apoyan el llamado a repensar nuestros espacios", "support the call to rethink our spaces", "soutiennent l’appel à repenser nos espaces", "يدعمون النداء لإعادة التفكير في فضاءاتنا"]), &[DuringTheYear]);
    call.also = Some("+ 6".into());
    call.drawing = Some(Drawing::Dots(Dots { title: l.say(["16 miembros y 6 entidades", "16 members and 6 entities", "16 membres et 6 entités", "16 عضوًا و6 جهات"]), circles: 16, diamonds: 6, in_a_row: 22 }));
    call.within = within(l, "K8PB", ["6 entidades socias", "6 partner entities", "6 entités partenaires", "6 جهات شريكة"], &[DuringTheYear]);
    Section {
        key: "voice".into(),
        heading: l.say(["Voz en la agenda global", "A voice in the global agenda", "Une voix dans l’agenda mondial", "صوت في الأجندة العالمية"]),
        band: Band::Left,
        shows: rows(vec![
            events,
            number(l, "D5HX", "9", ["declaraciones políticas", "policy statements", "déclarations politiques", "إعلانات سياسية"], Some(["6 con contribución, 3 con respaldo", "6 contributed to, 3 endorsed", "6 avec contribution, 3 avec soutien", "6 بمساهمة و3 بتأييد"]), &[DuringTheYear]),
            number(l, "C8NU", "4", ["campañas globales", "global campaigns", "campagnes mondiales", "حملات عالمية"], Some(["lideradas o apoyadas", "led or supported", "dirigées ou soutenues", "بقيادة أو دعم"]), &[DuringTheYear]),
            call,
            number(l, "P4GM", "30", ["organizaciones asociadas", "partner organisations", "organisations partenaires", "منظمة شريكة"], None, &[OnTheDay]),
        ]),
    }
}

fn communication(l: In) -> Section {
    let mut followers = number(l, "Z8VG", ["33 000", "33,000", "33 000", "33,000"][l.0], ["perfiles seguidores", "profiles following", "profils abonnés", "متابع"], Some(["en cinco redes", "on five networks", "sur cinq réseaux", "على خمس شبكات"]), &[OnTheDay, AtLeast]);
    followers.prefix = l.maybe(["más de", "more than", "plus de", "أكثر من"]);
    followers.caption = l.maybe(["lectura del 28 de diciembre de 2020", "read on 28 December 2020", "relevé du 28 décembre 2020", "قراءة 28 ديسمبر 2020"]);
    let channel = |name: &str, shown: [&str; 4], counted| Group { is: name.into(), words: name.into(), shown: l.say(shown), counted, href: l.to("figures/x"), ..Group::default() };
    let channels = Groups {
        key: "followers".into(),
        by: "channel".into(),
        face: GroupsFace::SmallBars,
        heading: l.say(["Seguidores por canal", "Followers by channel", "Abonnés par canal", "المتابعون حسب القناة"]),
        words: None,
        groups: vec![
            channel("Canal A", ["14 200", "14,200", "14 200", "14,200"], 14200),
            channel("Canal B", ["8300", "8,300", "8 300", "8,300"], 8300),
            channel("Canal C", ["6100", "6,100", "6 100", "6,100"], 6100),
            channel("Canal D", ["3000", "3,000", "3 000", "3,000"], 3000),
            channel("Canal E", ["1600", "1,600", "1 600", "1,600"], 1600),
        ],
    };
    let mut shows = rows(vec![number(l, "B7SK", "70", ["canales de comunicación", "channels and outlets", "canaux de communication", "قناة تواصل"], Some(["que han difundido la red", "that carried the network", "qui ont parlé du réseau", "نقلت أخبار الشبكة"]), &[DuringTheYear]), followers]);
    shows.push(Show::Groups(channels));
    Section { key: "communication".into(), heading: l.say(["Comunicación", "Communication", "Communication", "التواصل"]), band: Band::Left, shows }
}

fn capacity(l: In) -> Section {
    let mut learning = number(l, "T3FW", "56", ["miembros en 8 actividades", "members in 8 activities", "membres dans 8 activités", "عضوًا في 8 أنشطة"], Some(["de aprendizaje", "of learning", "d’apprentissage", "تعليمية"]), &[DuringTheYear]);
    learning.within = within(l, "V6LA", ["8 actividades de aprendizaje", "8 learning activities", "8 activités d’apprentissage", "8 أنشطة تعليمية"], &[DuringTheYear]);
    let mut pilots = number(l, "J6ZB", "8", ["miembros en 3 proyectos piloto", "members in 3 pilot projects", "membres dans 3 projets pilotes", "أعضاء في 3 مشاريع تجريبية"], Some(["activos", "active", "actifs", "نشطة"]), &[DuringTheYear]);
    pilots.drawing = Some(Drawing::Rings(Rings { title: l.say(["3 proyectos con 3, 3 y 2 miembros", "3 projects with 3, 3 and 2 members", "3 projets avec 3, 3 et 2 membres", "3 مشاريع"]), members: vec![3, 3, 2] }));
    pilots.within = within(l, "H9RD", ["3 proyectos piloto", "3 pilot projects", "3 projets pilotes", "3 مشاريع تجريبية"], &[DuringTheYear]);
    let mut publications = number(l, "U9DR", "22", ["nuevas publicaciones", "new publications", "nouvelles publications", "منشورًا جديدًا"], None, &[DuringTheYear]);
    publications.drawing = Some(Drawing::Spines(Spines { title: l.say(["22 publicaciones por tema", "22 publications by theme", "22 publications par thème", "22 منشورًا حسب الموضوع"]), spines: [2, 1, 3, 1, 4, 3, 3, 1, 2, 4, 1, 3, 2, 3, 4, 1, 3, 2, 1, 4, 3, 1].map(Fill::Theme).to_vec() }));
    let mut experts = number(l, "X2PC", "400", ["personas expertas", "experts", "expertes et experts", "خبير وخبيرة"], Some(["han colaborado", "worked with us", "ont collaboré", "تعاونوا معنا"]), &[DuringTheYear, AtLeast]);
    experts.prefix = l.maybe(["más de", "more than", "plus de", "أكثر من"]);
    let gender = [
        part(179.0, Fill::Accent, l.say(["45 % mujeres", "45% women", "45 % femmes", "45٪ نساء"])),
        part(219.0, Fill::Ink, l.say(["55 % hombres", "55% men", "55 % hommes", "55٪ رجال"])),
        part(14.0, Fill::Unknown, l.say(["14 no consta", "14 not stated", "14 non précisés", "14 غير مذكور"])),
    ];
    experts.drawing = Some(Drawing::Bar(Bar { title: l.say(["Personas expertas por género", "Experts by gender", "Experts par genre", "الخبراء حسب النوع"]), parts: gender.to_vec() }));
    let mut practices = number(l, "H5MT", "368", ["prácticas urbanas en el intercambio", "urban practices in the exchange", "pratiques urbaines dans l’échange", "ممارسة حضرية في المنصة"], Some(["con 469 personas expertas registradas", "with 469 registered experts", "avec 469 spécialistes inscrits", "مع 469 خبيرًا مسجلًا"]), &[OnTheDay]);
    practices.within = within(l, "R4TX", ["469 personas expertas", "469 experts", "469 spécialistes", "469 خبيرًا"], &[OnTheDay]);
    let mut areas = number(l, "S8VE", "71", ["áreas metropolitanas del estudio", "metropolitan areas in the study", "aires métropolitaines de l’étude", "منطقة حضرية في الدراسة"], Some(["donde operan 82 miembros", "where 82 members operate", "où opèrent 82 membres", "يعمل فيها 82 عضوًا"]), &[OnTheDay]);
    areas.drawing = Some(Drawing::Cells(Cells { title: l.say(["71 áreas con 82 miembros", "71 areas with 82 members", "71 aires avec 82 membres", "71 منطقة و82 عضوًا"]), held: [3, 2, 2, 2, 2, 2, 2, 2, 2, 2].into_iter().chain([1; 61]).collect(), in_a_row: 42 }));
    areas.within = within(l, "Q7NB", ["82 miembros", "82 members", "82 membres", "82 عضوًا"], &[OnTheDay]);
    let mut health = number(l, "K4NL", "658", ["iniciativas de 102 ciudades", "initiatives of 102 cities", "initiatives de 102 villes", "مبادرة من 102 مدينة"], Some(["por la salud", "for health", "pour la santé", "من أجل الصحة"]), &[OnTheDay]);
    let read = |when, amount, words: &str| Point { when, amount, words: words.into() };
    health.drawing = Some(Drawing::Points(Points { title: l.say(["De 92 en abril a 658 en diciembre", "From 92 in April to 658 in December", "De 92 en avril à 658 en décembre", "من 92 إلى 658"]), points: vec![read(4.0, 92.0, "04/2020"), read(5.0, 300.0, ""), read(6.5, 470.0, "07/2020"), read(9.5, 610.0, ""), read(12.9, 658.0, "12/2020")] }));
    health.within = within(l, "Y3CS", ["102 ciudades", "102 cities", "102 villes", "102 مدينة"], &[OnTheDay]);
    Section {
        key: "capacity".into(),
        heading: l.say(["Capacidad", "Capacity", "Capacités", "القدرات"]),
        band: Band::Right,
        shows: rows(vec![learning, pilots, publications, experts, practices, areas, number(l, "F3WK", "2", ["observatorios globales", "global observatories", "observatoires mondiaux", "مرصدان عالميان"], Some(["liderados o apoyados", "led or supported", "dirigés ou soutenus", "بقيادة أو دعم"]), &[OnTheDay]), health]),
    }
}

fn funding(l: In) -> Section {
    let shares = [["52 %", "52%", "52 %", "52٪"], ["46 %", "46%", "46 %", "46٪"], ["2 %", "2%", "2 %", "2٪"]].map(|shown| l.say(shown));
    let names = [
        ["cuotas de membresía", "membership dues", "cotisations", "رسوم العضوية"],
        ["partenariados con miembros", "partnerships with members", "partenariats avec des membres", "شراكات مع الأعضاء"],
        ["con otras partes", "with other parties", "avec d’autres parties", "مع جهات أخرى"],
    ];
    let codes = ["F6XA", "F7KM", "F9PT"];
    let mut agreements = number(l, "G4DN", "4", ["miembros y 1 entidad firmaron acuerdos de financiación", "members and 1 entity signed funding agreements", "membres et 1 entité ont signé des accords de financement", "أعضاء وجهة واحدة وقّعوا اتفاقات تمويل"], None, &[DuringTheYear]);
    agreements.within = within(l, "G8EU", ["1 entidad socia", "1 partner entity", "1 entité partenaire", "جهة شريكة واحدة"], &[DuringTheYear]);
    Section {
        key: "funding".into(),
        heading: l.say(["Financiación", "Funding", "Financement", "التمويل"]),
        band: Band::Block,
        shows: vec![
            Show::Whole {
                title: l.say(["Ingresos por fuente: 52, 46 y 2 por ciento", "Income by source: 52, 46 and 2 per cent", "Revenus par source : 52, 46 et 2 pour cent", "الدخل حسب المصدر"]),
                parts: [52.0, 46.0, 2.0].iter().zip([Fill::Ink, Fill::Accent, Fill::Quiet]).zip(&shares).map(|((amount, fill), shown)| part(*amount, fill, shown.clone())).collect(),
                numbers: (0..3).map(|at| number(l, codes[at], &shares[at], names[at], None, &[DuringTheYear, Provisional])).collect(),
            },
            Show::number(Face::Running, agreements),
            Show::Words(l.say(["Cuentas provisionales", "Provisional accounts", "Comptes provisoires", "حسابات مؤقتة"])),
        ],
    }
}

fn board(l: In) -> Section {
    let seats = |taken, day| Drawing::Seats(Seats { title: format!("{taken} / 28, {day}"), taken, seats: 28, words: day });
    let mut taken = number(l, "R7TB", ["71 %", "71%", "71 %", "71٪"][l.0], ["de participación en 2 reuniones en línea", "participation in 2 online meetings", "de participation à 2 réunions en ligne", "مشاركة في اجتماعين عبر الإنترنت"], None, &[DuringTheYear]);
    taken.caption = l.maybe(["40 de 56 puestos", "40 of 56 seats", "40 sièges sur 56", "40 من 56 مقعدًا"]);
    taken.within = within(l, "B2WQ", ["2 reuniones", "2 meetings", "2 réunions", "اجتماعان"], &[DuringTheYear]);
    Section {
        key: "board".into(),
        heading: l.say(["Consejo", "Board", "Conseil d’administration", "مجلس الإدارة"]),
        band: Band::Block,
        shows: vec![Show::Drawings(vec![seats(20, l.say(["14 may.", "14 May", "14 mai", "14 مايو"])), seats(20, l.say(["12 nov.", "12 Nov", "12 nov.", "12 نوفمبر"]))]), Show::number(Face::Running, taken)],
    }
}

fn assembly(l: In) -> Section {
    let mut present = number(l, "Y5WC", "63", ["miembros en 1 reunión en línea", "members at 1 online meeting", "membres à 1 réunion en ligne", "عضوًا في اجتماع واحد"], None, &[DuringTheYear]);
    present.caption = l.maybe(["presentes o representados", "present or represented", "présents ou représentés", "حاضرون أو ممثَّلون"]);
    Section {
        key: "assembly".into(),
        heading: l.say(["Asamblea General", "General Assembly", "Assemblée générale", "الجمعية العامة"]),
        band: Band::Block,
        shows: vec![Show::Drawings(strip(l.say(["63 de 141", "63 of 141", "63 sur 141", "63 من 141"]), 63, 0, 24).into_iter().collect()), Show::number(Face::Running, present)],
    }
}

fn team(l: In) -> Section {
    let people = |women, men, title| Show::Drawings(vec![Drawing::People(People { title, women, men, in_a_row: 16, ..People::default() })]);
    let women = ["mujeres", "women", "femmes", "نساء"];
    let men = |shown: &str| Some(Pair { shown: shown.into(), noun: l.say(["hombres", "men", "hommes", "رجال"]) });
    let mut staff = number(l, "Q3JK", "9", women, Some(["profesionales", "professionals", "professionnels", "مهنيون"]), &[OnTheDay]);
    let mut interns = number(l, "N6VH", "5", women, Some(["en prácticas", "interns", "en stage", "متدربون"]), &[DuringTheYear]);
    (staff.pair, interns.pair) = (men("7"), men("2"));
    let heads = [["9 mujeres y 7 hombres", "9 women and 7 men", "9 femmes et 7 hommes", "9 نساء و7 رجال"], ["5 mujeres y 2 hombres", "5 women and 2 men", "5 femmes et 2 hommes", "5 نساء ورجلان"]].map(|heads| l.say(heads));
    Section {
        key: "team".into(),
        heading: l.say(["Secretaría", "Secretariat", "Secrétariat", "الأمانة العامة"]),
        band: Band::Block,
        shows: vec![people(9, 7, heads[0].clone()), Show::number(Face::Running, staff), people(5, 2, heads[1].clone()), Show::number(Face::Running, interns)],
    }
}

/// The page of a year without data: dashes, and no drawing.
pub fn empty_sheet(l: In) -> Sheet {
    let mut it = sheet(l);
    let clear = |number: &mut Number| {
        number.counted = Counted::default();
        number.shown = None;
        number.prefix = None;
        number.also = None;
        number.caption = None;
        number.drawing = None;
        number.pair = None;
        number.within.iter_mut().for_each(|within| within.shown = None);
    };
    for section in &mut it.sections {
        section.shows.retain(|show| matches!(show, Show::Number { .. }));
        for show in &mut section.shows {
            if let Show::Number { number, .. } = show {
                clear(number);
            }
        }
    }
    it.sections.retain(|section| !section.shows.is_empty());
    let parts = it.sections.iter().skip(1).map(|section| Unfilled {
        words: section.heading.clone(),
        files: vec!["activities.csv".into(), "participations.csv".into()],
    });
    it.unfilled = Some(Folded {
        summary: l.say(["Las demás partes de esta página aún no tienen datos", "The other parts of this page have no data yet", "Les autres parties de cette page n’ont pas encore de données", "لا توجد بيانات بعد لبقية أقسام هذه الصفحة"]),
        hint: l.say(["Los archivos que llenan cada parte, en este orden.", "The files that fill each part, in this order.", "Les fichiers qui remplissent chaque partie, dans cet ordre.", "الملفات التي تملأ كل قسم، بهذا الترتيب."]),
        no_rows: String::new(),
        parts: parts.collect(),
    });
    it
}

/// A part of the page for another site.
pub fn piece(l: In, form: &str, land: &str) -> Embed {
    let it = sheet(l);
    let map = it.sections[0].shows.iter().find_map(|show| if let Show::Map(map) = show { Some(map.clone()) } else { None });
    let women = Box::new(it.number("w3le").cloned().unwrap_or_default());
    Embed {
        lang: it.lang,
        right_to_left: l.0 == 3,
        title: l.say(["Gobernadas por mujeres", "Led by women", "Dirigés par des femmes", "بقيادة نساء"]),
        network: Link::new(it.network, l.to("2020")),
        state: it.state,
        ribbon: it.ribbon,
        styles: vec!["/assets/site.css".into()],
        words: it.words,
        piece: match form {
            "number" => Piece::Number(women),
            "card" => Piece::Card(women),
            _ => Piece::Map(Box::new(map.unwrap_or_default()), land.into()),
        },
    }
}
