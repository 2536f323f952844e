// Writes crates/import/src/intake/countries.csv: names of countries in spreadsheets.
// Run it where i18n-iso-countries (MIT) is installed: node tools/countries.mjs > crates/import/src/intake/countries.csv
// Names are from CLDR, as included in Node (Unicode-3.0), and from that package; codes are ISO 3166-1.
import { createRequire } from "node:module";

const from = createRequire(process.cwd() + "/");
const codes = from("i18n-iso-countries/codes.json");
const languages = ["en", "es", "fr"];
const lists = languages.map((l) => from(`i18n-iso-countries/langs/${l}.json`).countries);
const shown = languages.flatMap((l) => ["long", "short"].map((style) => new Intl.DisplayNames([l], { type: "region", style })));

// Names that the United Nations and older files use, sorted by code.
const others = {
  BO: ["Bolivia (Plurinational State of)", "Bolivia (Estado Plurinacional de)", "Bolivie (État plurinational de)"],
  CD: ["Dem. Rep. of the Congo", "DR Congo", "Congo (Kinshasa)", "Congo, Dem. Rep."],
  CG: ["Congo (Brazzaville)", "Congo, Rep."],
  CI: ["Côte d’Ivoire"],
  CV: ["Cabo Verde"],
  CZ: ["Czech Republic", "Chequia", "República Checa", "République tchèque"],
  FM: ["Micronesia (Federated States of)"],
  GB: ["United Kingdom of Great Britain and Northern Ireland", "Great Britain", "Gran Bretaña", "Grande-Bretagne", "UK"],
  HK: ["China, Hong Kong SAR", "Hong Kong", "Hong Kong SAR"],
  IR: ["Iran (Islamic Republic of)", "Irán (República Islámica del)", "Iran (République islamique d')"],
  KP: ["Dem. People's Republic of Korea", "Democratic People's Republic of Korea"],
  KR: ["Republic of Korea", "South Korea", "Korea, Republic of", "República de Corea", "République de Corée", "Korea, Rep."],
  LA: ["Lao People's Democratic Republic", "Lao PDR"],
  MD: ["Republic of Moldova", "República de Moldova", "République de Moldova"],
  MK: ["TFYR Macedonia", "Macedonia", "The former Yugoslav Republic of Macedonia"],
  MM: ["Burma", "Birmania", "Birmanie"],
  MO: ["China, Macao SAR", "Macau", "Macao"],
  NL: ["Holland", "Holanda", "Hollande"],
  PS: ["State of Palestine", "Palestine", "Palestina", "Occupied Palestinian Territory"],
  RU: ["Russian Federation", "Federación de Rusia", "Fédération de Russie"],
  ST: ["Sao Tome and Principe"],
  SY: ["Syrian Arab Republic", "República Árabe Siria", "République arabe syrienne"],
  SZ: ["Swaziland", "Suazilandia", "Swazilandia"],
  TL: ["East Timor"],
  TR: ["Türkiye", "Turkey", "Turquía", "Turquie"],
  TW: ["China, Taiwan Province of China", "Taiwan"],
  TZ: ["United Republic of Tanzania", "República Unida de Tanzanía", "République-Unie de Tanzanie"],
  US: ["United States of America", "USA", "U.S.A.", "EE. UU.", "EE.UU.", "EEUU", "États-Unis d'Amérique"],
  VA: ["Holy See", "Santa Sede", "Saint-Siège"],
  VE: ["Venezuela (Bolivarian Republic of)", "Venezuela (República Bolivariana de)", "Venezuela (République bolivarienne du)", "Venezuela, RB"],
  VN: ["Viet Nam"],
};

// "Congo" alone means the republic of that name; "Korea" alone is ambiguous
const vague = new Set(["CD|Congo", "KP|Korea", "KR|Korea"]);

// a short name may be the code of another country: RU is "Reino Unido" to some people, and Russia to all
const taken = new Set(codes.flatMap(([two, three]) => [two, three]));

console.log("alpha2,alpha3,numeric,names");
for (const [two, three, number] of codes) {
  const said = [...shown.map((names) => names.of(two)), ...lists.flatMap((list) => list[two] ?? []), ...(others[two] ?? [])];
  const names = [...new Set(said)].filter((name) => !taken.has(name) && !vague.has(`${two}|${name}`));
  console.log(`${two},${three},${number},"${names.join("|").replaceAll('"', '""')}"`);
}
