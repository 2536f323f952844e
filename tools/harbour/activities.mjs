// Activities: events, learning, Open Harbour Days, pilots, campaigns, declarations, the call and publications.
import { addDays } from '../example/days.mjs';
import { YEARS, batchKnowing, named } from './register.mjs';
import { Titles } from './words.mjs';

export const THEMES = [['clean-quays', 'Clean quays', 'Quais propres'], ['port-and-city', 'Port and city', 'Port et ville'], ['people-of-the-sea', 'People of the sea', 'Gens de mer']];
/** Events held, by role and scope. */
const EVENTS = {
  2023: { led: 3, 'co-led': 2, 'took-part': 3, regional: 2 },
  2024: { led: 4, 'co-led': 2, 'took-part': 4, regional: 2 },
  2025: { led: 4, 'co-led': 3, 'took-part': 5, regional: 3 },
};
const CALLED_OFF = [['cancelled', '2024-11-14'], ['postponed', '2025-03-27'], ['cancelled', '2025-09-18']];
const LEARNING = { 2023: 3, 2024: 4, 2025: 5 };
const DECLARATIONS = { 2023: ['contributed', 'endorsed'], 2024: ['contributed', 'endorsed', 'took-part'], 2025: ['contributed', 'contributed', 'endorsed'] };
const PUBLICATIONS = { 2023: 3, 2024: 4, 2025: 5 };
/**
 * The harbours open on the first weekend of June: the day and the number of harbours. One count was typed with swapped digits.
 */
const OPEN_DAYS = { 2023: ['2023-06-03', 6], 2024: ['2024-06-01', 8], 2025: ['2025-06-07', 10] };
const COUNT_CORRECTED = { year: 2025, recorded: '2025-12-31', wrong: 1820, right: 1280 };

export function makeActivities(register, members) {
  const made = { titles: new Titles(register.random), members, activities: [] };
  for (const [i, [code, en, fr]] of THEMES.entries()) register.record('themes', { code, ...named(en, fr), rank: i + 1 });
  const series = activity(register, made, 'series', { code: 'open-harbour-day', titles: named('Open Harbour Day', 'Journée du port ouvert'), from: '2019-06-14', state: 'under-way', role: 'led' });
  for (const year of YEARS) {
    makeEvents(register, made, year);
    openHarbours(register, made, year, series);
    for (let i = 0; i < LEARNING[year]; i++) {
      const from = register.random.workingDay(`${year}-01-20`, `${year}-12-05`);
      activity(register, made, 'learning', { from, until: addDays(from, register.random.int(0, 3)), role: register.random.pick(['led', 'co-led']), mode: i % 2 ? 'online' : 'in-person', place: i % 2 ? '' : host(register, made, from).city.code });
    }
    for (const role of DECLARATIONS[year]) {
      const from = register.random.workingDay(`${year}-02-01`, `${year}-11-28`);
      activity(register, made, 'declaration', { from, until: from, state: 'published', role });
    }
    makePublications(register, made, year);
  }
  makeCalledOff(register, made);
  makeLasting(register, made);
  markThemes(register, made);
  return made;
}

/** Adds an activity to the batch that knows how it ended. */
function activity(register, made, kind, fields) {
  const year = fields.from.slice(0, 4);
  const number = made.activities.filter((a) => a.kind === kind && a.year === +year).length + 1;
  const { titles = made.titles.take(kind, year), code = `${kind}-${year}-${String(number).padStart(2, '0')}`, recorded = batchKnowing(fields.until || fields.from), lasts, ...rest } = fields;
  const row = { code, ...titles, public: 'yes', activity: kind, part_of: '', state: 'held', role: '', scope: 'global', mode: '', place: '', until: '', ...rest };
  // a lasting activity is recorded when it begins, and again when it ends
  if (lasts) register.lasting('activities', row, { state: 'under-way' });
  else register.add(recorded, 'activities', row);
  made.activities.push({ ...row, row, kind, year: +year, recorded: lasts ? batchKnowing(row.from) : recorded });
  return made.activities.at(-1);
}

/** A member city that can be the host on that day. */
function host(register, { members }, day) {
  return register.random.pick(members.filter((m) => m.from < '2023' && !m.ending && m.sort === 'city' && m.from <= day));
}

function makeEvents(register, made, year) {
  const { random } = register;
  const { regional, ...plan } = EVENTS[year];
  const kinds = Object.entries(plan).flatMap(([role, n]) => Array(n).fill([role, 'global']));
  for (let i = 0; i < regional; i++) kinds.push([i === 0 ? 'led' : 'took-part', 'regional']);
  let uncounted = null;
  for (const [role, scope] of random.shuffled(kinds)) {
    const from = random.workingDay(`${year}-01-16`, `${year}-12-12`);
    const mode = random.pick(['in-person', 'in-person', 'hybrid', 'online']);
    const event = activity(register, made, 'event', { from, until: random.chance(0.3) ? addDays(from, 1) : from, role, scope, mode, place: mode === 'online' ? '' : host(register, made, from).city.code });
    // These events have no head count: their named participants are counted.
    if (role === 'took-part') continue;
    if (uncounted === null) uncounted = event;
    else countHeads(register, event, mode === 'online' ? 'peak-online' : 'present', random.int(22, 95));
  }
}

/** A designated head count by gender, and sometimes the number registered, which does not count. */
function countHeads(register, event, count, people) {
  const { random } = register;
  const women = Math.round(people * (0.36 + random.next() * 0.2));
  const notStated = random.int(0, 6);
  for (const [gender, n] of [['woman', women], ['man', people - women - notStated], ['not-stated', notStated]]) {
    if (n > 0) register.add(event.recorded, 'head_counts', { activity: event.code, count, gender, people: n, designated: 'yes' });
  }
  if (random.chance(0.4)) register.add(event.recorded, 'head_counts', { activity: event.code, count: 'registered', gender: 'not-stated', people: people + random.int(4, 40), designated: 'no' });
}

/** One session per harbour, with its visitors. The last one of a year was not counted: its guides are named. */
function openHarbours(register, made, year, series) {
  const { random } = register;
  const [day, n] = OPEN_DAYS[year];
  const hosts = random.sample(made.members.filter((m) => m.from < '2023' && !m.ending && m.sort === 'city'), n);
  for (const [i, m] of hosts.entries()) {
    const session = activity(register, made, 'session', {
      titles: named(`Open Harbour Day ${year}, ${m.name}`, `Journée du port ouvert ${year}, ${m.name}`), part_of: series.code, from: day, until: day, role: 'supported', scope: 'local', mode: 'in-person', place: m.city.code,
    });
    session.host = m;
    if (i === n - 1) continue;
    const corrected = year === COUNT_CORRECTED.year && i === 0;
    const row = { activity: session.code, count: 'present', gender: 'not-stated', people: corrected ? COUNT_CORRECTED.right : random.int(18, 240) * 10, designated: 'yes' };
    register.add(session.recorded, 'head_counts', corrected ? { ...row, people: COUNT_CORRECTED.wrong } : row);
    if (corrected) register.revise(COUNT_CORRECTED.recorded, 'head_counts', 'correction', row);
  }
}

/** Events planned before the year began, and called off. */
function makeCalledOff(register, made) {
  for (const [state, day] of CALLED_OFF) {
    const planned = `${+day.slice(0, 4) - 1}-12-31`;
    const event = activity(register, made, 'event', { code: `event-${day}`, from: day, until: day, state: 'planned', role: 'led', mode: 'in-person', place: host(register, made, day).city.code, recorded: planned });
    event.state = state;
    register.revise(batchKnowing(day), 'activities', 'change', { ...event.row, state });
  }
  // a course that could not take place: those enrolled have not learned
  made.cancelled = activity(register, made, 'learning', { code: 'learning-2025-storm', from: '2025-10-21', until: '2025-10-22', state: 'cancelled', role: 'led', mode: 'in-person', place: host(register, made, '2025-10-21').city.code });
}

function makeLasting(register, made) {
  const lasting = (kind, code, en, fr, fields) => activity(register, made, kind, { code, titles: named(en, fr), lasts: true, ...fields });
  lasting('campaign', 'campaign-no-ghost-nets', 'No Ghost Nets', 'Halte aux filets fantômes', { from: '2023-04-03', until: '2023-10-31', role: 'led' });
  lasting('campaign', 'campaign-safe-gangway', 'Safe Gangway', 'Passerelle sûre', { from: '2024-09-16', until: '2025-03-14', role: 'supported' });
  lasting('campaign', 'campaign-quiet-quays', 'Quiet Quays', 'Quais sans bruit', { from: '2025-05-05', role: 'led', state: 'under-way' });
  lasting('pilot', 'pilot-shore-power', 'Shore Power in Small Ports', 'Le courant à quai dans les petits ports', { from: '2023-09-04', role: 'led', state: 'under-way' });
  lasting('pilot', 'pilot-floating-market', 'Floating Markets', 'Marchés flottants', { from: '2024-02-12', until: '2025-06-20', role: 'supported' });
  made.call = lasting('call', 'call-clean-anchorage', 'Call for Clean Anchorages', 'Appel pour des mouillages propres', { from: '2024-04-22', role: 'led', state: 'published' });
}

function makePublications(register, made, year) {
  const { random } = register;
  for (let i = 0; i < PUBLICATIONS[year]; i++) {
    const from = random.workingDay(`${year}-02-06`, `${year}-12-10`);
    const paper = activity(register, made, 'publication', { from, until: from, state: 'published', role: 'led' });
    const first = random.pick(['en', 'en', 'fr']);
    // A translation of another year does not count as a publication.
    const translated = addDays(from, random.pick([0, 45, 240]));
    const pages = random.int(4, 20) * 4;
    register.add(paper.recorded, 'language_files', { publication: paper.code, language: first, day: from, pages });
    if (translated <= '2025-12-31') register.add([batchKnowing(translated), paper.recorded].sort().pop(), 'language_files', { publication: paper.code, language: first === 'en' ? 'fr' : 'en', day: translated, pages });
  }
}

function markThemes(register, made) {
  const { random } = register;
  for (const a of made.activities.filter((b) => !['series', 'session'].includes(b.kind))) {
    for (const [theme] of random.sample(THEMES, random.pick([1, 1, 2]))) register.add(a.recorded, 'theme_marks', { record: a.code, theme });
  }
}
