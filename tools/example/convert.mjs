// Writes the real rows of the example, once: `node tools/example/convert.mjs DIR` reads the source tables in DIR
// (places, members, events_2020, declarations_campaigns, publications, practices, initiatives, metro_indicators).
// The rows are committed; the generator starts from them.
import { join } from 'node:path';
import { Batches } from './batches.mjs';
import { Codes } from './codes.mjs';
import { readCsv } from './csv.mjs';
import { convertActivities } from './real-activities.mjs';
import { convertKnowledge } from './real-knowledge.mjs';
import { convertMembers } from './real-members.mjs';
import { convertIndicators, convertPlaces } from './real-places.mjs';
import { convertPresidency } from './real-presidency.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tools/example/convert.mjs DIR');
  process.exit(2);
}
const read = (name) => readCsv(join(folder, `${name}.csv`));
const batches = new Batches('real');
const codes = new Codes();

const FIRST = '2017-12-31';
batches.add(FIRST, 'networks', {
  code: codes.take('metropolis'), label: 'Metropolis', public: 'yes', languages: 'es en fr', zone: 'Europe/Madrid', currency: 'EUR', year_starts: '01-01', years_from: 2017, years_until: 2021, home_year: 2020,
  slogan_es: '#MetroGovernance', slogan_en: '#MetroGovernance', slogan_fr: '#MetroGovernance', address: '',
  licence: 'CC BY 4.0; CC BY-SA 4.0 where a row names Participedia', source: 'metropolis.org',
});
const THEMES = [
  ['social-cohesion', 'Social cohesion', 'Cohesión social', 'Cohésion sociale'],
  ['economic-development', 'Economic development', 'Desarrollo económico', 'Développement économique'],
  ['sustainability', 'Sustainability', 'Sostenibilidad', 'Durabilité'],
  ['gender-equality', 'Gender equality', 'Igualdad de género', 'Égalité de genre'],
];
for (const [rank, [code, en, es, fr]] of THEMES.entries()) {
  batches.add(FIRST, 'themes', { code: codes.take(code), label_es: es, label_en: en, label_fr: fr, public: 'yes', rank: rank + 1, source: 'metropolis.org' });
}

const placeOf = convertPlaces(read('places'), batches, codes);
const areas = convertIndicators(read('metro_indicators'), placeOf, batches, codes);
convertMembers(read('members'), placeOf, areas, batches, codes);
convertActivities({ events: read('events_2020'), declarations: read('declarations_campaigns'), publications: read('publications') }, placeOf, batches, codes);
convertKnowledge(read('practices'), read('initiatives'), placeOf, batches, codes);
convertPresidency(batches, codes);
batches.write();
