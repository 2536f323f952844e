// Writes crates/import/src/intake/countries-elsewhere.csv: names of countries in other languages than those of the program, and names that
// may be several countries. They are never read as a country: a refusal offers their codes.
// Run it in this folder's parent: node tools/countries-elsewhere.mjs > crates/import/src/intake/countries-elsewhere.csv
// Names are from CLDR, as included in Node (Unicode-3.0).
import { readFileSync } from "node:fs";

const lines = readFileSync("crates/import/src/intake/countries.csv", "utf8").trim().split("\n").slice(1);
const codes = lines.map((line) => line.slice(0, 2));
const languages = [
  "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "et", "eu", "fa", "fi", "ga", "gl", "gu", "he", "hi", "hr",
  "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "lt", "lv", "mk", "mn", "ms", "my", "ne", "nl", "no", "pa", "pl", "pt",
  "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh", "zu",
];
const shown = languages.flatMap((l) => ["long", "short"].map((style) => new Intl.DisplayNames([l], { type: "region", style })));

// parts of countries, and names that two countries have
const others = {
  CD: ["Congo", "Kongo"],
  CG: ["Congo", "Kongo"],
  GB: ["England", "Scotland", "Wales", "Northern Ireland", "Inglaterra", "Escocia", "Gales", "Irlanda del Norte", "Angleterre", "Écosse",
    "Pays de Galles", "Irlande du Nord"],
  KP: ["Korea", "Corea", "Corée", "North Korea", "DPRK"],
  KR: ["Korea", "Corea", "Corée"],
};

console.log("alpha2,names");
for (const code of codes) {
  const said = [...shown.map((names) => names.of(code)), ...(others[code] ?? [])];
  const names = [...new Set(said)].filter((name) => name !== code && !name.includes('"')).sort();
  console.log(`${code},"${names.join("|")}"`);
}
