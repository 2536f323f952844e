// Invented activities besides the real ones: events, learning, pilots, declarations, campaigns, the call, the study and observatories.
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';
import { inOrder, membersOn } from './governments.mjs';
import { Titles } from './words.mjs';

const SPAN = { 2017: ['2017-01-16', '2017-12-15'], 2018: ['2018-01-15', '2018-12-14'], 2019: ['2019-01-14', '2019-12-13'], 2020: ['2020-01-14', '2020-12-16'], 2021: ['2021-01-13', '2021-03-26'] };

/** Events held per year, by role and scope. With the four real ones, 2020 has 76 global events. */
const EVENTS = {
  2017: { led: 6, 'co-led': 8, 'took-part': 18, regional: 3 }, 2018: { led: 9, 'co-led': 11, 'took-part': 22, regional: 4 }, 2019: { led: 12, 'co-led': 16, 'took-part': 29, regional: 4 },
  2020: { led: 18, 'co-led': 20, 'took-part': 34, regional: 6 }, 2021: { led: 4, 'co-led': 5, 'took-part': 9, regional: 2 },
};
/** Regional events of 2020 that the network co-led; it took part in the others. */
const REGIONAL_CO_LED = 2;
/** The sum of designated head counts over the led and co-led events of a year that have one. */
const HEADS = { 2017: 1430, 2018: 1960, 2019: 2710, 2020: 2443, 2021: 520 };
/** Events of 2020 without a head count: their named participants are counted. */
const NAMED_ONLY = [14, 11];
/** A head count typed with swapped digits, corrected three months later. */
const HEAD_COUNT_CORRECTED = { recorded: '2021-03-31', wrong: 32, right: 23 };
/** Events postponed or cancelled because of the pandemic, after they were planned. */
const CALLED_OFF = [['postponed', '2020-04-15'], ['cancelled', '2020-05-07'], ['cancelled', '2020-06-18'], ['postponed', '2020-09-23'], ['cancelled', '2020-10-15'], ['postponed', '2020-03-26']];
const LEARNING = { 2017: 5, 2018: 6, 2019: 7, 2020: 6, 2021: 2 };
const LEARNERS_2020 = 56;
const DECLARATIONS = { 2017: [3, 1], 2018: [3, 2], 2019: [4, 3], 2020: [6, 3], 2021: [1, 1] };
export const THEMES_2020 = { 'social-cohesion': 31, 'economic-development': 22, sustainability: 38, 'gender-equality': 26 };

export function makeActivities(world, governments) {
  world.titles = new Titles(world.random);
  world.activities = [];
  for (const year of Object.keys(EVENTS)) makeEvents(world, +year);
  makeCalledOff(world);
  for (const year of Object.keys(LEARNING)) makeLearning(world, governments, +year);
  makePilots(world, governments);
  for (const year of Object.keys(DECLARATIONS)) makeDeclarations(world, +year);
  makeCampaigns(world);
  makeCall(world, governments);
  makeLasting(world);
  markThemes(world);
}

/** Adds an activity to the batch that knows how it ended. */
function activity(world, kind, fields) {
  const { random } = world;
  const year = fields.from.slice(0, 4);
  world.numbers ??= {};
  const number = (world.numbers[kind + year] = (world.numbers[kind + year] ?? 100) + 1);
  const recorded = fields.recorded ?? batchKnowing(fields.until || fields.from);
  const titles = fields.titles ?? world.titles.take(kind, year);
  const row = {
    code: world.codes.take(fields.code ?? `${kind}-${year}-${number}`), ...inOrder(titles, random.pick(['en', 'en', 'es', 'fr'])), public: 'yes', activity: kind, part_of: '', state: fields.state, role: fields.role ?? '',
    scope: fields.scope ?? 'global', mode: fields.mode ?? '', place: fields.place ?? '', from: fields.from, until: fields.until ?? '', source: '',
  };
  world.add(recorded, 'activities', row);
  const made = { ...row, recorded, kind, year: +year };
  world.activities.push(made);
  return made;
}

function makeEvents(world, year) {
  const { random } = world;
  const plan = EVENTS[year];
  const kinds = ['led', 'co-led', 'took-part'].flatMap((role) => Array(plan[role]).fill([role, 'global']));
  const coLed = year === 2020 ? REGIONAL_CO_LED : 1;
  for (let i = 0; i < plan.regional; i++) kinds.push([i < coLed ? 'co-led' : 'took-part', 'regional']);
  const events = random.shuffled(kinds).map(([role, scope]) => {
    const from = random.workingDay(...SPAN[year]);
    const online = from >= '2020-03-15' || random.chance(0.08);
    const until = random.chance(0.25) ? addDays(from, 1) : from;
    return activity(world, 'event', { from, until, state: 'held', role, scope, mode: online ? 'online' : 'in-person', place: online ? '' : random.pick(world.hostCities) });
  });
  countHeads(world, events.filter((e) => e.role !== 'took-part'), year);
}

function countHeads(world, events, year) {
  const { random } = world;
  const named = year === 2020 ? NAMED_ONLY.length : 1;
  const counted = events.slice(named);
  for (const event of events.slice(0, named)) event.namedOnly = true;
  const sizes = random.parts(HEADS[year], counted.length, 28, 140);
  const corrected = year === 2020 ? counted[sizes.findIndex((people) => people > 60)] : null;
  for (const [i, people] of sizes.entries()) {
    const event = counted[i];
    const count = event.mode === 'online' ? 'peak-online' : 'present';
    const notStated = random.chance(0.5) ? random.int(1, 9) : 0;
    const women = event === corrected ? people - notStated - HEAD_COUNT_CORRECTED.right : Math.round((people - notStated) * (0.38 + random.next() * 0.2));
    const byGender = { woman: women, man: people - notStated - women, 'not-stated': notStated };
    for (const [gender, n] of Object.entries(byGender)) {
      if (n === 0) continue;
      const row = { activity: event.code, count, gender, people: n, designated: 'yes', source: '' };
      const wrong = event === corrected && gender === 'man';
      world.add(event.recorded, 'head_counts', wrong ? { ...row, people: HEAD_COUNT_CORRECTED.wrong } : row);
      if (wrong) world.revise(HEAD_COUNT_CORRECTED.recorded, 'head_counts', 'correction', row);
    }
    if (random.chance(0.4)) world.add(event.recorded, 'head_counts', { activity: event.code, count: 'registered', gender: 'not-stated', people: people + random.int(5, 60), designated: 'no', source: '' });
  }
}

function makeCalledOff(world) {
  for (const [state, day] of CALLED_OFF) {
    const event = activity(world, 'event', { from: day, until: day, state: 'planned', role: world.random.pick(['led', 'co-led']), mode: 'in-person', place: world.random.pick(world.hostCities), recorded: '2019-12-31' });
    event.state = state;
    const { kind, year, recorded, ...row } = event;
    world.revise(batchKnowing(day), 'activities', 'change', row);
  }
}

function makeLearning(world, governments, year) {
  const { random } = world;
  const courses = Array.from({ length: LEARNING[year] }, () => {
    const from = random.workingDay(...SPAN[year]);
    const until = addDays(from, random.int(0, 4));
    const course = activity(world, 'learning', { from, until, state: 'held', role: random.pick(['led', 'co-led']), mode: from > '2020-03-15' ? 'online' : 'in-person', place: from > '2020-03-15' ? '' : random.pick(world.hostCities) });
    return course;
  });
  const staying = membersOn(governments, `${year}-01-01`).filter((g) => !g.inactive && (!g.until || g.until > `${year}-12-31`) && g.from < `${year}`);
  const learners = random.sample(staying, year === 2020 ? LEARNERS_2020 : year === 2021 ? 14 : 30 + (year - 2017) * 8);
  for (const [i, g] of learners.entries()) {
    for (const course of random.sample(courses, Math.min(courses.length, random.pick([1, 1, 2, 3])))) {
      const people = random.int(0, 3);
      if (people === 0) world.takePart(course, { organisation: g.code, role: 'learned' });
      for (const person of world.staffOf(g, people)) world.takePart(course, { organisation: g.code, person, role: 'learned' });
    }
    if (i % 20 === 0) world.takePart(random.pick(courses), { organisation: random.pick(world.prospects), role: 'learned' });
  }
}

function makePilots(world, governments) {
  const { random } = world;
  const staying = random.shuffled(governments.filter((g) => !g.until && g.from < '2017' && !g.inactive));
  const spans = [['2019-03-01', '', 'under-way', 'led'], ['2019-09-16', '', 'under-way', 'supported'], ['2020-02-03', '', 'under-way', 'supported']];
  const sizes = [3, 3, 2];
  for (const [i, [from, until, state, role]] of spans.entries()) {
    const pilot = activity(world, 'pilot', { from, until, state, role });
    const taking = staying.splice(0, sizes[i]);
    if (i === 2) taking.push(world.pilotPartner);
    world.pilotPartner ??= taking[1];
    for (const [j, g] of taking.entries()) {
      const part = { organisation: g.code, role: j === 0 ? 'led' : 'partnered' };
      world.takePart(pilot, { ...part, day: from, recorded: batchKnowing(from) });
      if (from < '2020') world.takePart(pilot, { ...part, day: random.workingDay('2020-01-20', '2020-02-28'), recorded: '2020-06-30' });
    }
  }
  const done = activity(world, 'pilot', { from: '2018-01-15', until: '2019-11-29', state: 'held', role: 'supported', recorded: '2019-12-31' });
  for (const [j, g] of staying.splice(0, 3).entries()) world.takePart(done, { organisation: g.code, role: j === 0 ? 'led' : 'partnered', day: '2018-01-15', recorded: '2019-12-31' });
  activity(world, 'pilot', { from: '2021-05-03', until: '', state: 'planned', role: 'supported', recorded: '2021-03-31' });
}

function makeDeclarations(world, year) {
  const [contributed, endorsed] = DECLARATIONS[year];
  const roles = [...Array(contributed).fill('contributed'), ...Array(endorsed).fill('endorsed')];
  for (const role of roles) {
    const from = world.random.workingDay(...SPAN[year]);
    activity(world, 'declaration', { from, until: from, state: 'published', role });
  }
}

function makeCampaigns(world) {
  activity(world, 'campaign', { from: '2018-03-01', until: '2018-06-29', state: 'held', role: 'supported' });
  activity(world, 'campaign', { from: '2019-02-04', until: '2019-05-31', state: 'held', role: 'supported' });
  activity(world, 'campaign', { from: '2020-06-01', until: '2020-11-30', state: 'held', role: 'supported' });
}

/** The call is real. Its endorsers after the first month are not published, so these are invented. */
function makeCall(world, governments) {
  const { random } = world;
  const call = { code: 'call-rethink-metropolitan-spaces', recorded: '2020-06-30' };
  world.takePart(call, { organisation: world.prospects[0], role: 'endorsed', day: '2020-06-12', recorded: '2020-06-30' });
  const staying = governments.filter((g) => !g.until && g.from < '2020' && !g.inactive);
  for (const g of random.sample(staying, 9)) world.takePart(call, { organisation: g.code, role: 'endorsed', day: random.workingDay('2020-07-02', '2020-12-11'), recorded: '2020-12-31' });
}

function makeLasting(world) {
  const observatory = (code, en, es, fr, role, from) => activity(world, 'observatory', { code, titles: { label_en: en, label_es: es, label_fr: fr }, from, state: 'under-way', role });
  observatory('observatory-shared-waters', 'Observatory of Shared Waters', 'Observatorio de las aguas compartidas', 'Observatoire des eaux partagées', 'led', '2017-03-01');
  observatory('observatory-care', 'Observatory of Care in Big Cities', 'Observatorio de los cuidados en las grandes ciudades', 'Observatoire du soin dans les grandes villes', 'supported', '2018-10-01');
  activity(world, 'study', {
    code: 'study-metropolitan-areas', titles: { label_en: 'Comparative study of metropolitan areas', label_es: 'Estudio comparativo de áreas metropolitanas', label_fr: 'Étude comparative des métropoles' },
    from: '2018-06-01', state: 'under-way', role: 'led',
  });
}

function markThemes(world) {
  const { random } = world;
  const marked = ['event', 'learning', 'pilot', 'campaign', 'declaration', 'call'];
  const mark = (a, theme) => world.add(a.recorded, 'theme_marks', { record: a.code, theme, source: '' });
  const of2020 = world.activities.filter((a) => a.year === 2020 && marked.includes(a.kind));
  for (const [theme, count] of Object.entries(THEMES_2020)) for (const a of random.sample(of2020, count)) mark(a, theme);
  for (const a of world.activities.filter((b) => b.year !== 2020 && marked.includes(b.kind))) {
    for (const theme of random.sample(Object.keys(THEMES_2020), random.pick([0, 1, 1, 2]))) mark(a, theme);
  }
}
