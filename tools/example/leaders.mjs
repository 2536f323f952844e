// Leaders of the invented governments from 2017 to 2021: successive mandates, vacancies, elections, and gender as known.
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';
import { membersOn } from './governments.mjs';

/**
 * Women who lead members: 18 on 8 March 2018, 22 at the end of 2020, 24 on 8 March 2021. Each government follows one
 * story; a story says who leads before and after a change of leader, and between which days the change is.
 */
const STORIES = [
  { count: 8, before: 'woman', after: null },
  { count: 10, before: 'woman', after: 'man', change: ['2018-05-01', '2020-10-31'] },
  { count: 13, before: 'man', after: 'woman', change: ['2018-05-01', '2020-10-31'] },
  { count: 3, before: 'man', after: 'woman', change: ['2021-01-04', '2021-02-26'] },
  { count: 1, before: 'woman', after: 'man', change: ['2021-01-04', '2021-02-26'], lateWoman: true },
  { count: 2, before: 'man', after: 'vacant', change: ['2020-09-01', '2020-11-30'] },
  { count: 1, before: 'man', after: 'unknown', change: ['2020-01-10', '2020-06-01'] },
];
const OTHERS_CHANGE = 0.55;
/** A leader who took office in 2019, recorded as "not stated" and corrected a year later. */
export const GENDER_CORRECTED = { change: '2019-06-03', first: '2019-06-30', corrected: '2020-06-30' };

export function makeLeaders(world, governments) {
  const { random } = world;
  const lasting = random.shuffled(membersOn(governments, '2018-01-31').filter((g) => !g.until));
  for (const story of STORIES) {
    for (let i = 0; i < story.count; i++) lasting.pop().story = { ...story };
  }
  // The woman who left in 2021 took office after March 2018, so that she is one of the 22 and not of the 18.
  const corrected = governments.find((g) => g.story?.after === 'woman' && g.story.change[0] < '2019');
  corrected.story.corrected = true;
  for (const g of governments) writeLeaders(world, g);
}

function writeLeaders(world, g) {
  const { random } = world;
  g.leaderPost = world.record('posts', {
    code: g.code.replace(/^org-/, 'leader-'), label_en: `Head of government, ${g.name}`, label_es: `Jefatura de gobierno, ${g.name}`, label_fr: `Tête de l’exécutif, ${g.name}`,
    public: 'yes', post: 'leader', organisation: g.code, body: '', from: '../2013', until: '', source: '',
  });
  const begins = random.day('2014-03-01', '2016-12-15');
  g.mandates = periodsOf(random, g, begins).map(([from, until, holder]) => {
    const isPerson = !['vacant', 'unknown'].includes(holder);
    const person = isPerson ? world.person(holder, g.region, true) : null;
    return { from, until, person, holder: isPerson ? 'person' : holder, way: isPerson ? random.pick(['elected', 'elected', 'elected', 'elected', 'appointed', 'rotating']) : '' };
  });
  if (g.story?.corrected) correctGender(world, g.mandates[1].person);
  for (const mandate of g.mandates) {
    writeMandate(world, g.leaderPost, mandate, g.known);
    if (mandate.way === 'elected') scheduleElection(world, g, mandate);
  }
}

/** Spans of holders from 2017 on: `[from, until, holder]`. */
function periodsOf(random, g, begins) {
  const { story } = g;
  if (story?.corrected) return split(begins, GENDER_CORRECTED.change, ['man', 'woman']);
  if (story?.lateWoman) {
    const first = random.day('2018-06-01', '2019-06-30');
    const [low, high] = story.change;
    const second = random.day(low, high);
    return [[begins, addDays(first, -1), 'man'], [first, addDays(second, -1), 'woman'], [second, '', 'man']];
  }
  if (story) return story.after === null ? [[begins, '', story.before]] : split(begins, random.day(...story.change), [story.before, story.after]);
  const end = g.until || '2021-03-31';
  const earliest = laterOf(addDays(begins, 200), '2017-02-01');
  if (earliest < addDays(end, -60) && random.chance(OTHERS_CHANGE)) return split(begins, random.day(earliest, addDays(end, -30)), ['man', 'man']);
  return [[begins, '', random.chance(0.03) ? 'not-stated' : 'man']];
}

function split(begins, change, holders) {
  return [[begins, addDays(change, -1), holders[0]], [change, '', holders[1]]];
}

function laterOf(a, b) {
  const day = a.length === 4 ? `${a}-12-31` : a;
  return day > b ? day : b;
}

/** Writes a mandate without an end, and closes it in the batch that knows its end. */
export function writeMandate(world, post, mandate, knownAtFirst) {
  const recorded = [batchKnowing(mandate.from > '2021-03-31' ? '2021-03-31' : mandate.from), knownAtFirst].sort().pop();
  const row = { post, holder: mandate.holder, person: mandate.person?.code ?? '', from: mandate.from, until: '', way: mandate.way, source: '' };
  const ended = mandate.until && [batchKnowing(mandate.until), recorded].sort().pop();
  world.add(recorded, 'mandates', ended === recorded ? { ...row, until: mandate.until } : row);
  if (ended && ended !== recorded) world.revise(ended, 'mandates', 'change', { ...row, until: mandate.until });
}

function scheduleElection(world, g, mandate) {
  const day = mandate.until ? addDays(mandate.until, -world.random.int(14, 45)) : `${+mandate.from.slice(0, 4) + 4 + (mandate.from < '2017' ? 4 : 0)}-${world.random.pick(['03', '05', '06', '10', '11'])}`;
  const recorded = [batchKnowing(mandate.from > '2021-03-31' ? '2021-03-31' : mandate.from), g.known].sort().pop();
  if (day > mandate.from) world.add(recorded, 'elections', { organisation: g.code, day, source: '' });
}

function correctGender(world, person) {
  const { row } = world.waiting.get(person.code);
  const first = { ...row, gender: 'not-stated', gender_known_by: '' };
  world.waiting.get(person.code).row = first;
  world.revise(GENDER_CORRECTED.corrected, 'people', 'correction', row);
}

/** The leader of a government on a day, if known. */
export function leaderOn(g, day) {
  return g.mandates.find((m) => m.person && m.from <= day && (!m.until || m.until >= day))?.person ?? null;
}
