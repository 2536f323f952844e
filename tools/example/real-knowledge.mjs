// Real practices and initiatives, each on its platform.
import { shortSlug, slug } from './codes.mjs';
import { LATER_DAYS, batchKnowing } from './batches.mjs';

/** Both URLs of the network's exchange are one platform; the second is the older one. */
const SAME_PLATFORM = { 'use.metropolis.org': 'use', 'policytransfer.metropolis.org': 'use', 'citiesforglobalhealth.org': 'cities-for-global-health' };
const NAMED = {
  use: { label: 'use', address: 'https://use.metropolis.org', licence: 'single facts and links', own: 'yes' },
  'cities-for-global-health': { label_en: 'Cities for Global Health', label_es: 'Ciudades para la salud global', label_fr: 'Villes pour la santé mondiale', address: 'https://www.citiesforglobalhealth.org', licence: 'single facts and links', own: 'yes' },
  'platform-participedia-net': { label: 'Participedia', address: 'https://participedia.net', licence: 'CC BY-SA', own: 'no' },
  'platform-climate-adapt-eea-europa-eu': { label: 'Climate-ADAPT', address: 'https://climate-adapt.eea.europa.eu', licence: 'EEA standard reuse policy', own: 'no' },
};
/** The batch that first has a platform, and its rows without a date. */
const PLATFORM_SINCE = { use: '2017-12-31' };
const KNOWN_SINCE = { use: '2018-12-31', 'cities-for-global-health': '2020-06-30' };
const NO_DATE = LATER_DAYS[0];

export function convertKnowledge(practices, initiatives, placeOf, batches, codes) {
  const all = [...practices, ...initiatives];
  for (const code of new Set(all.map((row) => platformOf(row)))) {
    const name = all.find((row) => platformOf(row) === code).platform;
    const first = all.filter((row) => platformOf(row) === code).map((row) => recordedOn(row, code)).sort()[0];
    batches.add(PLATFORM_SINCE[code] ?? KNOWN_SINCE[code] ?? first, 'platforms', {
      code: codes.take(code), public: 'yes', source: NAMED[code]?.address ?? name, ...(NAMED[code] ?? { label: name, address: name.includes(' ') ? '' : `https://${name}`, licence: 'single facts and links', own: 'no' }),
    });
  }
  for (const practice of practices) convertPractice(practice, placeOf, batches, codes);
  for (const initiative of initiatives) convertInitiative(initiative, placeOf, batches, codes);
}

function platformOf(row) {
  return SAME_PLATFORM[row.platform] ?? `platform-${slug(row.platform)}`;
}

function recordedOn(row, platform) {
  const day = row.source_date || row.date;
  return KNOWN_SINCE[platform] ?? (day ? batchKnowing(day) : NO_DATE);
}

/** The day since which a row is certainly on its platform: its own date, or the first batch that has it. */
function standsSince(row, platform) {
  if (platform === 'use') return '../2018';
  if (platform === 'cities-for-global-health') return '2020-03';
  return row.source_date || row.date || `../${NO_DATE.slice(0, 4)}`;
}

function convertPractice(row, placeOf, batches, codes) {
  const platform = platformOf(row);
  const code = codes.take(`practice-${row.id.toLowerCase()}-${shortSlug(row.title, 40)}`);
  const tags = Object.fromEntries(row.tags.split(' | ').filter((t) => t.includes(': ')).map((t) => t.split(/: (.*)/s).slice(0, 2)));
  const endsFirst = row.start_year && row.end_year && row.end_year < row.start_year;
  const notes = [row.title_note, endsFirst ? `the source gives ${row.end_year} as its end` : ''].filter(Boolean);
  const recorded = recordedOn(row, platform);
  batches.add(recorded, 'practices', {
    code, label: row.title, public: 'yes', platform, place: placeOf(row.city, row.iso2), state: 'published', from: standsSince(row, platform), until: '',
    started: row.start_year, ended: endsFirst ? '' : row.end_year, progress: row.status, country: row.iso2, city_as_written: row.city,
    main_actors: tags['Main actors'] ?? '', project_area: tags['Project area'] ?? '', topics: row.topics, award: row.award, address: row.url, note: notes.join('; '), source: row.source,
  });
  for (const goal of row.sdgs.split(';').filter(Boolean)) batches.add(recorded, 'goal_marks', { record: code, goal, source: row.url });
}

function convertInitiative(row, placeOf, batches, codes) {
  const platform = platformOf(row);
  batches.add(recordedOn(row, platform), 'initiatives', {
    code: codes.take(`initiative-${row.id.toLowerCase()}-${shortSlug(row.title, 40)}`), label: row.title, public: 'yes', platform, place: placeOf(row.city, row.iso2), state: 'published',
    from: standsSince(row, platform), until: '', day: row.date, country: row.iso2, city_as_written: row.city, topics: row.themes, address: row.url, note: row.title_note, source: row.source,
  });
}
