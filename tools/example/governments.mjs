// Invented member governments: the city or area they govern, the start of membership, and those that left.
import { slug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';

const AFRICA = 'region-africa';
const ASIA = 'region-asia-pacific';
const EUROPE = 'region-europe';
const LATIN = 'region-latin-america';
const NORTH = 'region-north-america';

/** Members that stay to the end; with the real ones there are 52, 27, 27, 23 and 12. */
const STAYING = { [ASIA]: 40, [AFRICA]: 21, [LATIN]: 18, [EUROPE]: 15, [NORTH]: 9 };
const STAYING_IN_ALL = Object.values(STAYING).reduce((a, b) => a + b, 0);
const JOINED_IN_2017 = 2;

/**
 * Members that left, with the last day of membership. A real member without an admission date is certain only from the
 * day a source names it: Rabat by the end of 2018, Bogotá and Madrid in 2020. For each of them one more invented member leaves.
 */
const LEAVING = [
  [AFRICA, '2017-05-31', 'resigned'], [ASIA, '2017-09-30', 'struck-off'],
  [ASIA, '2018-03-31', 'resigned'], [AFRICA, '2018-05-31', 'struck-off'], [LATIN, '2018-06-30', 'struck-off'], [EUROPE, '2018-07-31', 'succeeded'],
  [ASIA, '2018-10-31', 'resigned'], [AFRICA, '2019-01-31', 'struck-off'], [LATIN, '2019-02-28', 'resigned'], [ASIA, '2019-03-31', 'dissolved'], [NORTH, '2019-04-15', 'resigned'],
  [ASIA, '2020-01-31', 'resigned'], [EUROPE, '2020-03-31', 'dissolved'], [AFRICA, '2020-06-30', 'struck-off'], [LATIN, '2020-09-30', 'resigned'], [ASIA, '2020-11-29', 'struck-off'],
  [ASIA, '2021-01-31', 'resigned'],
];
/** New members, with the day the membership takes effect. The last one was decided earlier. */
const JOINING = [
  [ASIA, '2020-01-01'], [LATIN, '2020-02-15'], [AFRICA, '2020-06-30'], [LATIN, '2020-07-01'], [AFRICA, '2020-12-01'], [NORTH, '2020-12-31'], [ASIA, '2021-02-01'], [EUROPE, '2021-07-01'],
];
/** A resignation that was recorded a year late, with the batch of June 2020. */
export const RECORDED_LATE = { until: '2019-04-15', recorded: '2020-06-30' };

const LEVELS = {
  municipal: (name) => ({ label_en: `City of ${name}`, label_es: `Ciudad de ${name}`, label_fr: `Ville de ${name}` }),
  metropolitan: (name) => ({ label_en: `${name} Metropolitan Authority`, label_es: `Autoridad Metropolitana de ${name}`, label_fr: `Autorité métropolitaine de ${name}` }),
  intermediate: (name) => ({ label_en: `Province of ${name}`, label_es: `Provincia de ${name}`, label_fr: `Province de ${name}` }),
};
/** The original language, which comes first. */
const FIRST_LANGUAGE = { [LATIN]: 'es' };
const PAIRS = 14;

export function makeGovernments(world) {
  const { random } = world;
  const governments = [];
  const add = (region, from, until, ending, shares = null) => governments.push(makeGovernment(world, region, from, until, ending, shares));
  for (const [region, count] of Object.entries(STAYING)) {
    const pairs = Math.round((PAIRS * count) / STAYING_IN_ALL);
    const first = governments.length;
    for (let i = 0; i < count; i++) {
      // Some areas have two member governments: the city and its metropolitan authority.
      const partner = i >= count - pairs ? governments[first + i - (count - pairs) + 2] : null;
      add(region, joinedLongAgo(random, governments.length), '', '', partner);
    }
  }
  for (const [region, until, ending] of LEAVING) add(region, joinedLongAgo(random, 99), until, ending);
  for (const [region, from] of JOINING) add(region, from, '', '');
  const successor = governments.find((g) => g.region === EUROPE && !g.until);
  for (const government of governments) writeMembership(world, government, successor);
  return governments;
}

function joinedLongAgo(random, i) {
  if (i < JOINED_IN_2017) return ['2017-06-21', '2017-11-01'][i];
  const day = random.day('1987-01-01', '2016-12-31');
  // Of the oldest admissions only the year is known.
  return day < '2005' ? day.slice(0, 4) : day;
}

function makeGovernment(world, region, from, until, ending, partner) {
  const { random } = world;
  const city = partner ? partner.city : world.city(region);
  const level = partner ? 'metropolitan' : random.chance(0.2) ? 'metropolitan' : random.chance(0.08) ? 'intermediate' : 'municipal';
  if (partner) {
    partner.shared = true;
    if (partner.level === 'metropolitan') partner.relabel('municipal');
  }
  const labels = (sort) => inOrder(LEVELS[sort](city.name), FIRST_LANGUAGE[region] ?? 'en');
  const row = { code: `org-${slug(city.name)}${partner ? '-authority' : ''}`, ...labels(level), public: 'yes', level, place: city.code, address: '', source: '' };
  const code = world.record('organisations', row);
  const government = { code, name: city.name, city, region, level, from, until, ending, shared: !!partner, partner };
  government.relabel = (sort) => Object.assign(row, labels(sort), { level: sort });
  government.area = partner ? partner.area : world.record('areas', { code: `area-${slug(city.name)}`, label: city.name, public: 'yes', place: city.code, country: '', identifier: '', source: '' });
  return government;
}

/** A label in the three languages, the original first. */
export function inOrder(labels, original) {
  return { label_en: labels.label_en, label_es: labels.label_es, label_fr: labels.label_fr, original };
}

function writeMembership(world, g, successor) {
  const { random } = world;
  const old = g.from < '2017';
  // A membership that begins after the last batch was decided before that batch.
  const ratification = old ? '' : [addDays(g.from, -random.int(5, 30)), '2021-03-10'].sort()[0];
  const application = old ? '' : addDays(ratification, -random.int(60, 160));
  const known = g.from > '2021-03-31' ? '2021-03-31' : batchKnowing(g.from);
  g.known = known;
  const decision = old ? '' : decide(world, ratification, `Admission: ${g.name}`, `Admisión: ${g.name}`, `Admission : ${g.name}`, known);
  const membership = {
    organisation: g.code, from: g.from, until: '', application, council_resolution: application && addDays(application, -random.int(5, 40)), ratification: decision ? decision.day : '', assembly: '',
    first_payment: old || g.from > '2020-12' ? '' : addDays(g.from, -random.int(0, 4)), decision: decision ? decision.code : '', ending: '', successor: '', source: '',
  };
  world.add(known, 'placements', { organisation: g.code, region: g.region, from: g.from, until: '', source: '' });
  world.add(known, 'area_governments', { organisation: g.code, area: g.area, from: g.from, until: '', source: '' });
  world.add(known, 'categories', { organisation: g.code, category: 'full', from: g.from, until: '', source: '' });
  if (!g.until) return void world.add(known, 'memberships', membership);
  const late = g.until === RECORDED_LATE.until;
  const recorded = late ? RECORDED_LATE.recorded : batchKnowing(g.until);
  const end = decide(world, late ? '2020-05-14' : g.until, `Cancellation: ${g.name}`, `Baja: ${g.name}`, `Radiation : ${g.name}`, recorded);
  const ended = { ...membership, until: g.until, ratification: end.day, decision: end.code, ending: g.ending, successor: g.ending === 'succeeded' ? successor.code : '' };
  if (recorded === known) return void world.add(known, 'memberships', ended);
  world.add(known, 'memberships', membership);
  world.revise(recorded, 'memberships', late ? 'correction' : 'change', ended);
}

/** The decision of the Board, usually taken in a consultation of some days between meetings. */
function decide(world, day, en, es, fr, recorded) {
  const code = world.codes.take(`decision-${day}-${slug(en.split(': ')[1])}`);
  world.add(recorded, 'decisions', { code, label_en: en, label_es: es, label_fr: fr, public: 'yes', meeting: '', body: 'board', day, by_consultation: 'yes', source: '' });
  return { code, day };
}

/** Members among the invented governments on a day. */
export function membersOn(governments, day) {
  return governments.filter((g) => (g.from.length === 4 ? `${g.from}-12-31` : g.from) <= day && (!g.until || g.until >= day));
}

