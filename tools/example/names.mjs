// Invented names: cities that sound like their region, and people with family names that nobody has. No name may be that of a real place.

/** First and last parts of names that fit together; a region has several sets. */
const CITY_PARTS = {
  'region-africa': [
    [['Oyom', 'Nsuk', 'Adum', 'Ijeb', 'Mbanz', 'Mokol', 'Ndol', 'Lokor', 'Asend'], ['ba', 'oro', 'uwe', 'iko', 'ené', 'aza']],
    [['Kwal', 'Zimb', 'Chil', 'Kibar', 'Gwer', 'Masamb', 'Lund'], ['ita', 'andi', 'ura', 'oro', 'awe', 'eni']],
    [['Tafar', 'Tamas', 'Sahel', 'Banfar', 'Ramis', 'Wad'], ['alla', 'ené', 'out', 'andi', 'ine', 'aya']],
  ],
  'region-asia-pacific': [
    [['Qing', 'Luo', 'Yun', 'Hua', 'Min', 'Shuang', 'Xue', 'Tao'], ['mei', 'qiao', 'lanzhe', 'tanping', 'hexi', 'zhu']],
    [['Suryan', 'Lakshm', 'Navap', 'Velup', 'Chandrav', 'Nirat', 'Devak'], ['agar', 'apur', 'iwara', 'alli', 'ora', 'ambur']],
    [['Golsh', 'Tars', 'Aralk', 'Delir', 'Shaval', 'Zarand', 'Mirzan'], ['os', 'abad', 'ahr', 'iz', 'eh', 'ova']],
    [['Banyu', 'Kota', 'Phra', 'Wairo', 'Serin', 'Mayu', 'Tala'], [' Sari', ' Melur', 'lai', 'moana', 'dang', 'kiri']],
    [['Haer', 'Seol', 'Taka', 'Mizu', 'Hanar'], ['yong', 'danji', 'minato', 'nami', 'sato']],
  ],
  'region-europe': [
    [['Lind', 'Hall', 'Bren', 'Valk', 'Oster', 'Vest', 'Fjell', 'Rav'], ['haven', 'avik', 'holm', 'enburg', 'strand', 'mark']],
    [['Mor', 'Tess', 'Kast', 'Sol', 'Duv', 'Grav', 'Arn'], ['oria', 'ellano', 'monde', 'ence', 'anova', 'ière']],
    [['Zel', 'Drag', 'Bor', 'Lip', 'Vran'], ['ograd', 'anova', 'ovice', 'enka', 'omir']],
  ],
  'region-latin-america': [
    [['Puerto', 'Villa', 'Nueva', 'Monte', 'Santa', 'Laguna', 'Campo', 'Valle', 'Ribera', 'Alto'], ['claro', ' Ombú', ' Aldara', 'verde del Sur', ' Jacinta', ' Serena Alta', ' Tacuara', ' Yerbal', ' Ámbar', ' Quebracho', ' Lapacho', ' Mirador', ' Ceibal', ' Arrayán']],
  ],
  'region-north-america': [
    [['Kestrel', 'Maple', 'Osprey', 'Juniper', 'Sable', 'Heron', 'Cedar', 'Otter', 'Larkspur', 'Copper', 'Saguaro', 'Tamarack'], [' Bay', ' Crossing', ' Landing', 'mere', ' Narrows', 'field Heights', ' Bluffs', ' Terrace']],
  ],
};

/** The names on the pages of the design, used first. */
const FIRST_CITIES = {
  'region-africa': ['Oyomba'], 'region-asia-pacific': ['Qingmei', 'Tarsos'], 'region-europe': ['Lindhaven', 'Hallavik'],
  'region-latin-america': ['Puertoclaro', 'Nueva Aldara', 'Villa Ombú', 'Monteverde del Sur'], 'region-north-america': ['Kestrel Bay'],
};

/** An endless supply of unused city names per region. */
export class CityNames {
  constructor(random, taken) {
    this.taken = new Set([...taken].map((name) => name.toLowerCase()));
    this.left = {};
    for (const [region, sounds] of Object.entries(CITY_PARTS)) {
      const all = random.shuffled(sounds.flatMap(([firsts, seconds]) => firsts.flatMap((a) => seconds.map((b) => a + b))).filter((name) => plausible(name)));
      this.left[region] = [...FIRST_CITIES[region], ...all];
    }
  }
  take(region) {
    for (;;) {
      const name = this.left[region].shift();
      if (!name) throw new Error(`no names left for ${region}`);
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** `Puerto` and `Monte` fit only the parts written for them; doubled sounds are skipped. */
function plausible(name) {
  if (/^(Villa|Nueva|Santa|Laguna|Campo|Valle|Ribera|Alto)(claro|verde)/.test(name) || /^Puertoverde|^Monteclaro/.test(name)) return false;
  if (/^Santa (Ombú|Tacuara|Yerbal|Ámbar|Quebracho|Lapacho|Mirador|Ceibal|Arrayán|Aldara)/.test(name)) return false;
  if (/^(Puerto|Monte|Campo|Valle|Alto) (Aldara|Serena|Jacinta)/.test(name)) return false;
  if (/^Nueva (Ombú|Yerbal|Ámbar|Quebracho|Lapacho|Mirador|Ceibal|Arrayán)/.test(name)) return false;
  // Some combinations are real small towns, or hard to pronounce.
  if (/^(Valkenburg|Ravenna|Gravence|Zelenka|Lipovice|Borovice|Solence)/.test(name)) return false;
  return !/(.)\1\1|[^aeiouáéíóúíê ]{5}|aa|iu/.test(name.toLowerCase());
}

const CULTURES = {
  'region-africa': {
    woman: ['Abena', 'Zainab', 'Thandiwe', 'Mariama', 'Ngozi', 'Wanjiru', 'Fatou', 'Lerato', 'Amara', 'Khadija', 'Nomsa', 'Adjoa', 'Salma', 'Rokia'],
    man: ['Kwesi', 'Ibrahima', 'Tendai', 'Chidi', 'Oumar', 'Sipho', 'Kamau', 'Yacine', 'Babacar', 'Emeka', 'Thabo', 'Kofi', 'Anwar', 'Seydou'],
    family: ['Okwambi', 'Adeyolu', 'Mbarangwa', 'Diabassé', 'Nkwondo', 'Taferraz', 'Zulunga', 'Koumaré-Sy', 'Ouedralo', 'Mwanjero', 'Benhadouz', 'Asantewor', 'Tshilumbi', 'Gebrezou', 'Ndiolé', 'Makhasane'],
  },
  'region-asia-pacific': {
    woman: ['Meilin', 'Anjali', 'Soo-yun', 'Farideh', 'Dewi', 'Leyla', 'Priyanka', 'Hana', 'Xiulan', 'Nurhayati', 'Shirin', 'Aroha', 'Sunita', 'Thuy'],
    man: ['Weijun', 'Arjun', 'Min-jae', 'Kaveh', 'Budi', 'Emre', 'Rohan', 'Haruto', 'Jianhong', 'Iskandar', 'Farhad', 'Tane', 'Vikram', 'Quang'],
    family: ['Luoqian', 'Suryavane', 'Haengol', 'Golshirad', 'Wirabanyu', 'Tarsunoğlu', 'Narayandev', 'Mizunohara', 'Qinyao', 'Siregarwan', 'Bahramnia', 'Parawhenua', 'Chaudhavi', 'Phamlinh', 'Yunshu', 'Kotamelan', 'Rahmanzai', 'Seolhan'],
  },
  'region-europe': {
    woman: ['Ingrid', 'Chiara', 'Katarzyna', 'Solène', 'Marta', 'Eleni', 'Freya', 'Ilse', 'Ana', 'Petra', 'Nadia', 'Oksana', 'Greta', 'Maren'],
    man: ['Lars', 'Matteo', 'Tomasz', 'Bastien', 'Jorge', 'Nikos', 'Alasdair', 'Dieter', 'Rui', 'Marek', 'Sven', 'Andrei', 'Luca', 'Henrik'],
    family: ['Lindqvarn', 'Tessarone', 'Kowalarz', 'Duvergnon', 'Brennstad', 'Papalidis-Moro', 'Hallorane-Kerr', 'Osterwieck', 'Moravento', 'Zelenkar', 'Fjellheimer', 'Valkonides', 'Castelbranes', 'Ravnsborg-Lie', 'Grevenstein', 'Solanescu'],
  },
  'region-latin-america': {
    woman: ['Marisol', 'Renata', 'Ximena', 'Beatriz', 'Luciana', 'Yolanda', 'Paloma', 'Camila', 'Inés', 'Juliana', 'Rosario', 'Graciela', 'Tainá', 'Noemí'],
    man: ['Joaquín', 'Thiago', 'Emilio', 'Rafael', 'Gonzalo', 'Matías', 'Hernán', 'Caio', 'Leandro', 'Tomás', 'Fabián', 'Agustín', 'Vicente', 'Ramiro'],
    family: ['Ombuera', 'Quebrachano', 'Valdemora Ruz', 'Tacuarembel', 'Lapachini', 'Montesclar', 'Aldarena', 'Yerbales', 'Serrabrava', 'Arrayánez', 'Ceibalera', 'Pontalba', 'Rivascura', 'Carvalheda', 'Mirandola Paz', 'Huincalef'],
  },
  'region-north-america': {
    woman: ['Margaret', 'Danielle', 'Noor', 'Citlali', 'Josephine', 'Aiyana', 'Hazel', 'Maude', 'Teresa', 'Keisha'],
    man: ['Desmond', 'Étienne', 'Samir', 'Cuauhtli', 'Wendell', 'Takoda', 'Miles', 'Laurent', 'Esteban', 'Darnell'],
    family: ['Kestrelby', 'Marchessaint', 'Okonwright', 'Tlaloczin', 'Fairhollow', 'Whitebirchen', 'Larkspurne', 'Beauvernois', 'Saguarez', 'Tamaracki', 'Coppersmythe', 'Villeronde'],
  },
};
const CULTURE_KEYS = Object.keys(CULTURES);

export class PeopleNames {
  constructor(random) {
    this.random = random;
    this.taken = new Set();
  }
  /** A full name. Given and family names repeat, but never in the same combination. */
  take(gender, region) {
    for (let tries = 0; ; tries++) {
      const culture = CULTURES[tries > 30 || !region ? this.random.pick(CULTURE_KEYS) : region];
      const sort = ['woman', 'man'].includes(gender) ? gender : this.random.pick(['woman', 'man']);
      const given = this.random.pick(culture[sort]);
      const family = this.random.pick(culture.family);
      // When the combinations run out, a second given name makes the name unique.
      const name = tries > 8 ? `${given} ${this.random.pick(culture[sort])} ${family}` : `${given} ${family}`;
      if (this.taken.has(name) || /(\S+) \1/.test(name)) continue;
      this.taken.add(name);
      return name;
    }
  }
}
