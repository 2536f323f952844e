// Counts each published number from the rows. Only rows that are certainly in the period count.
import { firstDay, lastDay, surelyOn, surelyOverlaps, surelyWithin } from './days.mjs';

const distinct = (list) => new Set(list).size;
const ENTITY = new Set(['association', 'international', 'university', 'company', 'agency', 'other']);

export function members(state, day) {
  return new Set(state.rows('memberships').filter((m) => surelyOn(m, day)).map((m) => m.organisation));
}

export function byRegion(state, day) {
  const stock = members(state, day);
  const counts = {};
  for (const p of state.rows('placements')) if (stock.has(p.organisation)) counts[p.region] = (counts[p.region] ?? 0) + 1;
  return counts;
}

export function admissions(state, from, until, nature) {
  return state.rows('memberships').filter((m) => surelyWithin(m.from, from, until) && (!nature || m.nature === nature)).length;
}

export function endings(state, from, until) {
  return state.rows('memberships').filter((m) => m.ending && surelyWithin(m.until, from, until)).length;
}

/**
 * How the number of members of one year's end becomes that of the next: `[before, new, first shown, left, after]`.
 * "First shown" are members since before the year, or since an unknown day, that a source shows for the first time in it.
 */
export function balance(state, year) {
  const [last, first, until] = [`${year - 1}-12-31`, `${year}-01-01`, `${year}-12-31`];
  const [before, after] = [members(state, last), members(state, until)];
  const admitted = new Set(state.rows('memberships').filter((m) => surelyWithin(m.from, first, until)).map((m) => m.organisation));
  const shown = [...after].filter((organisation) => !before.has(organisation) && !admitted.has(organisation));
  return [before.size, admissions(state, first, until), shown.length, endings(state, first, until), after.size];
}

export function womenLed(state, day) {
  const stock = members(state, day);
  return distinct(state.rows('mandates').filter((m) => m.holder === 'person' && surelyOn(m, day)).flatMap((m) => {
    const post = state.find('posts', m.post);
    return post.post === 'leader' && stock.has(post.organisation) && state.find('people', m.person).gender === 'woman' ? [post.organisation] : [];
  }));
}

export function activeMembers(state, from, until) {
  const stock = members(state, until);
  const took = state.rows('participations').filter((p) => p.role !== 'invited' && surelyWithin(p.day, from, until)).map((p) => p.organisation);
  const sat = state.rows('attendances').filter((a) => taken(a) && heldWithin(state, a.meeting, from, until)).map((a) => a.organisation);
  return distinct([...took, ...sat].filter((organisation) => stock.has(organisation)));
}

function taken(attendance) {
  return ['present', 'represented'].includes(attendance.attendance);
}

function heldWithin(state, code, from, until) {
  const meeting = state.find('meetings', code);
  return meeting.state === 'held' && surelyWithin(meeting.day, from, until);
}

function activities(state, kind, from, until) {
  return state.rows('activities').filter((a) => a.activity === kind && surelyWithin(a.from, from, until));
}

export function ledEvents(state, from, until) {
  return activities(state, 'event', from, until).filter((a) => a.state === 'held' && ['led', 'co-led'].includes(a.role));
}

export function eventPeople(state, from, until) {
  let people = 0;
  for (const event of ledEvents(state, from, until)) {
    const counts = state.rows('head_counts').filter((h) => h.activity === event.code && h.designated === 'yes');
    if (counts.length) people += counts.reduce((sum, h) => sum + +h.people, 0);
    else people += distinct(state.rows('participations').filter((p) => p.activity === event.code && p.person && p.role !== 'invited').map((p) => p.person));
  }
  return people;
}

export function globalEvents(state, from, until, role) {
  return activities(state, 'event', from, until).filter((a) => a.scope === 'global' && a.state === 'held' && (role ? a.role === role : ['led', 'co-led', 'took-part'].includes(a.role))).length;
}

export function declarations(state, from, until, roles = ['contributed', 'endorsed']) {
  return activities(state, 'declaration', from, until).filter((a) => roles.includes(a.role)).length;
}

export function running(state, kind, from, until, roles, underWay = false) {
  return state.rows('activities').filter((a) => a.activity === kind && roles.includes(a.role) && (!underWay || a.state === 'under-way') && surelyOverlaps(a, from, until));
}

/** Endorsers of the call by what they were on that day: members, entities, other governments. */
export function endorsers(state, from, until) {
  const found = { members: new Set(), entities: new Set(), others: new Set() };
  for (const p of state.rows('participations')) {
    if (p.activity !== 'call-rethink-metropolitan-spaces' || p.role !== 'endorsed' || !surelyWithin(p.day, from, until)) continue;
    // If only the month is known: a member on every day of it.
    const member = state.rows('memberships').some((m) => m.organisation === p.organisation && surelyOn(m, lastDay(p.day)) && (!m.until || firstDay(m.until) >= lastDay(p.day)));
    const entity = ENTITY.has(state.find('organisations', p.organisation).level);
    found[member ? 'members' : entity ? 'entities' : 'others'].add(p.organisation);
  }
  return { members: found.members.size, entities: found.entities.size, others: found.others.size };
}

export function partners(state, day) {
  return distinct(state.rows('partnerships').filter((p) => surelyOn(p, day)).map((p) => p.organisation));
}

export function learningActivities(state, from, until) {
  return activities(state, 'learning', from, until).filter((a) => a.state === 'held');
}

export function learningMembers(state, from, until) {
  const codes = new Set(learningActivities(state, from, until).map((a) => a.code));
  return distinct(state.rows('participations').filter((p) => codes.has(p.activity) && p.role === 'learned' && p.organisation && members(state, lastDay(p.day)).has(p.organisation)).map((p) => p.organisation));
}

export function pilotMembers(state, from, until) {
  const codes = new Set(running(state, 'pilot', from, until, ['led', 'supported'], true).map((a) => a.code));
  const stock = members(state, until);
  const taking = state.rows('participations').filter((p) => codes.has(p.activity) && ['led', 'partnered'].includes(p.role) && stock.has(p.organisation));
  return { all: distinct(taking.map((p) => p.organisation)), dated: distinct(taking.filter((p) => surelyWithin(p.day, from, until)).map((p) => p.organisation)) };
}

export function publications(state, from, until) {
  const files = new Map();
  for (const f of state.rows('language_files')) files.set(f.publication, [...(files.get(f.publication) ?? []), f.day]);
  return [...files.values()].filter((days) => surelyWithin(days.sort((a, b) => lastDay(a).localeCompare(lastDay(b)))[0], from, until)).length;
}

export function experts(state, from, until) {
  const people = new Set(state.rows('participations').filter((p) => p.role === 'expert' && p.person && surelyWithin(p.day, from, until)).map((p) => p.person));
  const by = { all: people.size, woman: 0, man: 0, 'not-stated': 0 };
  for (const code of people) by[state.find('people', code).gender]++;
  return by;
}

export function onPlatform(state, table, platform, day) {
  const rows = state.rows(table).filter((p) => p.platform === platform && p.state === 'published' && surelyOn(p, day));
  return { all: rows.length, places: distinct(rows.map((p) => p.place).filter(Boolean)) };
}

export function profiles(state, platform, day) {
  return distinct(state.rows('expert_profiles').filter((p) => p.platform === platform && surelyOn(p, day)).map((p) => p.person));
}

export function study(state, day) {
  const edition = state.rows('editions').find((e) => surelyOn(e, day));
  const rows = state.rows('observations').filter((o) => o.edition === edition.code);
  const areas = new Set(rows.map((o) => o.area));
  const stock = members(state, day);
  const operating = state.rows('area_governments').filter((g) => areas.has(g.area) && surelyOn(g, day) && stock.has(g.organisation)).map((g) => g.organisation);
  return { areas: areas.size, indicators: distinct(rows.map((o) => o.indicator)), observations: rows.length, members: distinct(operating), topics: distinct(rows.map((o) => state.find('indicators', o.indicator).topic)) };
}

export function seats(state, day) {
  return state.rows('posts').filter((p) => p.post === 'seat' && p.body === 'board' && surelyOn(p, day)).length;
}

export function boardAttendance(state, from, until) {
  const rows = state.rows('attendances').filter((a) => a.seat && state.find('meetings', a.meeting).body === 'board' && heldWithin(state, a.meeting, from, until));
  return { seats: rows.length, taken: rows.filter(taken).length };
}

export function meetings(state, body, from, until, mode) {
  return state.rows('meetings').filter((m) => m.body === body && m.state === 'held' && surelyWithin(m.day, from, until) && (!mode || m.mode === mode)).length;
}

export function assemblyMembers(state, from, until) {
  return distinct(state.rows('attendances').filter((a) => a.organisation && taken(a) && state.find('meetings', a.meeting).body === 'general-assembly' && heldWithin(state, a.meeting, from, until)).map((a) => a.organisation));
}

/** People on posts of a kind, by gender, on a day or at any time in a period. */
export function staff(state, kind, from, until) {
  const mandates = state.rows('mandates').filter((m) => m.person && state.find('posts', m.post).post === kind && surelyOverlaps(m, from, until));
  const by = { woman: 0, man: 0 };
  for (const code of new Set(mandates.map((m) => m.person))) by[state.find('people', code).gender]++;
  return by;
}

export function incomeShares(state, from, until) {
  const sums = {};
  for (const line of state.rows('income')) {
    if (line.passed_on === 'yes' || line.in_kind === 'yes' || !surelyWithin(line.day, from, until)) continue;
    sums[line.basis] = (sums[line.basis] ?? 0) + Math.round(+line.in_network * 100);
  }
  const total = Object.values(sums).reduce((a, b) => a + b, 0);
  return { total, ...Object.fromEntries(Object.entries(sums).map(([basis, cents]) => [basis, Math.round((100 * cents) / total)])) };
}

export function signers(state, from, until) {
  const found = { members: new Set(), entities: new Set() };
  for (const s of state.rows('signatures')) {
    if (state.find('agreements', s.agreement).agreement !== 'financing' || !surelyWithin(s.day, from, until)) continue;
    found[members(state, s.day).has(s.organisation) ? 'members' : 'entities'].add(s.organisation);
  }
  return { members: found.members.size, entities: found.entities.size };
}

export function carriers(state, from, until) {
  return distinct(state.rows('mentions').filter((m) => surelyWithin(m.day, from, until)).map((m) => m.carrier));
}

export function followers(state, day) {
  return state.rows('channels').filter((c) => c.channel === 'social').reduce((sum, c) => {
    const readings = state.rows('readings').filter((r) => r.channel === c.code && lastDay(r.day) <= day).sort((a, b) => a.day.localeCompare(b.day));
    return sum + (readings.length ? +readings.at(-1).followers : 0);
  }, 0);
}

const THEMED = ['event', 'learning', 'pilot', 'campaign', 'declaration', 'call'];
export function themed(state, theme, from, until) {
  return distinct(state.rows('theme_marks').filter((m) => m.theme === theme).map((m) => state.find('activities', m.record)).filter((a) => a && THEMED.includes(a.activity) && surelyWithin(a.from, from, until)).map((a) => a.code));
}
