// The network, its members with category and region, and their leaders.
import { readFileSync } from 'node:fs';
import { slug } from '../example/codes.mjs';
import { addDays, firstDay } from '../example/days.mjs';
import { RECORDED_LATE, REGIONS, makeCities } from './cities.mjs';
import { DAYS, LAST_DAY, batchKnowing, named } from './register.mjs';

const SORTS = {
  city: { level: 'municipal', label: (n) => named(`City of ${n}`, `Ville ${of(n)}`), code: (n) => slug(n) },
  port: { level: 'agency', label: (n) => named(`Port Authority of ${n}`, `Autorité portuaire ${of(n)}`), code: (n) => `${slug(n)}-port` },
  district: { level: 'metropolitan', label: (n) => named(`Port District of ${n}`, `District portuaire ${of(n)}`, 'fr'), code: (n) => `${slug(n)}-district` },
};
/** Leaders who changed or are partly known: the first leader, the next, and since when. */
const LEADERS = {
  'Vandiruppu city': ['woman', 'vacant', '2025-11-03'], 'Haozhen Wan port': ['man', 'unknown', '2025-03-17'], 'Whangatiro city': ['man', 'non-binary', '2025-10-18'],
  'Mirahoro city': ['not-stated'], 'Osprey Sound port': ['not-stated'], 'Ghazelmina city': ['man'],
  'Quennevelle city': ['man', 'woman', '2024-03-24'], 'Halmoray city': ['man', 'woman', '2024-10-21'], 'Marrowick city': ['man', 'woman', '2024-05-06'], 'Umkozeni city': ['man', 'woman', '2025-06-02'],
  'Mwambaro city': ['man', 'woman', '2025-09-01'], 'Cabo Lirial city': ['woman', 'man', '2025-01-01'], 'Port-Ambrelle city': ['man', 'man', '2024-08-16'], 'Velastra city': ['woman', 'woman', '2023-06-12'],
};
/** The gender of one leader was "not stated" until she stated it. */
const GENDER_CORRECTED = { leader: 'Marrowick city', recorded: '2025-06-30' };
const WOMEN = 0.27;

export function makeMembers(register) {
  writeNetwork(register);
  const { members, prospects } = makeCities();
  for (const { city } of [...members, ...prospects]) city.code ??= writeCity(register, city);
  for (const member of members) writeGovernment(register, member);
  for (const member of members) writeMembership(register, member, members);
  for (const member of members) writeLeaders(register, member, members);
  for (const prospect of prospects) writeGovernment(register, prospect);
  return { members, prospects };
}

/** "de" before a consonant, "d’" before a vowel. */
function of(name) {
  return /^[aeiouéè]/i.test(name) ? `d’${name}` : `de ${name}`;
}

function writeNetwork(register) {
  const slogan = { slogan_en: 'Harbours together', slogan_fr: 'Les ports ensemble' };
  const years = { years_from: 2023, years_until: 2025, home_year: 2025 };
  const logo = readFileSync(new URL('logo.svg', import.meta.url)).toString('base64');
  const brand = { accent: '#0b5c6e', logo: `data:image/svg+xml;base64,${logo}`, licence: 'CC0 1.0' };
  register.add(DAYS[0], 'networks', { code: 'halyard', ...named('Halyard League', 'Ligue de la Drisse'), public: 'yes', languages: 'en fr', zone: 'America/Halifax', currency: 'CAD', year_starts: '01-01', ...slogan, ...years, ...brand });
  for (const [i, [code, en, fr]] of REGIONS.entries()) register.add(DAYS[0], 'regions', { code, ...named(en, fr), public: 'yes', rank: i + 1 });
}

function writeCity(register, city) {
  const { latitude, longitude } = city;
  city.area = register.record('areas', { code: `area-${slug(city.name)}`, label: city.name, place: `place-${slug(city.name)}` });
  return register.record('places', { code: `place-${slug(city.name)}`, label: city.name, latitude, longitude, population: register.random.int(4, 130) * 10000 });
}

function writeGovernment(register, it) {
  const sort = SORTS[it.sort];
  it.code = register.record('organisations', { code: `org-${sort.code(it.name)}`, ...sort.label(it.name), level: sort.level, place: it.city.code });
}

function writeMembership(register, m, members) {
  const span = { from: m.from, until: m.until };
  const known = batchKnowing(m.from);
  const facts = { organisation: m.code };
  register.add(known, 'placements', { ...facts, region: m.city.region, from: m.from });
  register.lasting('area_governments', { ...facts, area: m.city.area, from: m.from, until: m.ending === 'succeeded' ? m.until : '' });
  register.lasting('categories', { ...facts, category: m.category, from: m.from, until: m.promoted && addDays(m.promoted, -1) }, {}, known);
  if (m.promoted) register.add(batchKnowing(m.promoted), 'categories', { ...facts, category: 'full', from: m.promoted, until: '' });
  const successor = m.ending === 'succeeded' ? members.find((other) => other.name === m.name && other !== m).code : '';
  const membership = { ...facts, ...span, application: m.from > '2023' ? addDays(m.from, -register.random.int(70, 200)) : '', ending: m.ending, successor };
  if (m.ending && m.name === RECORDED_LATE.name) {
    register.add(known, 'memberships', { ...membership, until: '', ending: '' });
    register.revise(RECORDED_LATE.recorded, 'memberships', 'correction', membership);
  } else register.lasting('memberships', membership, { ending: '', successor: '' });
}

/** Successive mandates, up to the last recorded day. */
function writeLeaders(register, m, members) {
  const { random } = register;
  m.post = register.record('posts', { code: `leader-${m.code.slice(4)}`, ...named(`Head of government, ${m.name}`, `Tête de l’exécutif, ${m.name}`), post: 'leader', organisation: m.code, from: '../2019' });
  const predecessor = m.sort === 'district' ? members.find((other) => other.name === m.name && other.sort === 'city') : null;
  const [first, then, change] = LEADERS[`${m.name} ${m.sort}`] ?? [random.chance(WOMEN) ? 'woman' : 'man'];
  const begins = predecessor ? m.from : random.day('2018-03-01', '2019-05-31');
  const until = then ? addDays(change, -1) : m.ending === 'succeeded' ? m.until : '';
  m.mandates = [mandate(register, m, first, begins, until, predecessor?.mandates[0].person)];
  if (then) m.mandates.push(mandate(register, m, then, change, ''));
  for (const row of m.mandates) register.lasting('mandates', row, {}, [batchKnowing(row.from), batchKnowing(m.from)].sort().pop());
  if (m.sort === 'city' && m.ending !== 'succeeded') register.add(batchKnowing(m.from), 'elections', { organisation: m.code, day: `${random.int(2026, 2028)}-${random.pick(['03', '05', '06', '10'])}` });
  if (`${m.name} ${m.sort}` === GENDER_CORRECTED.leader) correctGender(register, m.mandates[1].person);
}

/** The leader of the district led the city before. */
function mandate(register, m, holder, from, until, same) {
  const nobody = ['vacant', 'unknown'].includes(holder);
  const person = nobody ? '' : (same ?? register.person(holder, m.city.sounds, true));
  return { post: m.post, holder: nobody ? holder : 'person', person, from, until, way: nobody ? '' : m.sort === 'city' ? 'elected' : 'appointed' };
}

function correctGender(register, person) {
  const waiting = register.waiting.get(person);
  register.revise(GENDER_CORRECTED.recorded, 'people', 'correction', { ...waiting.row });
  waiting.row = { ...waiting.row, gender: 'not-stated', gender_known_by: '' };
}

/** Members on a day. For one member only the year of joining is known: it counts from the end of that year. */
export function membersOn(members, day) {
  return members.filter((m) => (m.from.length === 4 ? `${m.from}-12-31` : m.from) <= day && (!m.until || m.until >= day));
}

/** The part of a year in which a member is in the network. */
export function spanWithin(m, year) {
  const from = [firstDay(m.from), `${year}-01-10`].sort().pop();
  const until = [m.until || LAST_DAY, `${year}-12-18`].sort()[0];
  return from <= until ? [from, until] : null;
}
