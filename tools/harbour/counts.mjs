// Counts the numbers of the page from the rows, independently of the program. Only rows that are certainly in the
// period count.
// What both examples count in the same way is in tools/example/counts.mjs.
import * as alike from '../example/counts.mjs';
import { firstDay, lastDay, surelyOn, surelyOverlaps, surelyWithin } from '../example/days.mjs';

const distinct = (list) => new Set(list).size;
const share = (counted, base) => (counted * 100) / base;
const percent = ({ counted, base }) => share(counted, base);
const ACTIVE = ['held', 'under-way', 'published'];
const LEADING = ['led', 'co-led', 'supported'];

/** Every figure that this register has rows for, over a period: its key and its number. */
export function numbers(state, from, to) {
  const period = [state, from, to];
  const board = alike.boardAttendance(...period);
  const income = incomeByBasis(...period);
  const earned = Object.values(income).reduce((a, b) => a + b, 0);
  const [staff, interns] = [alike.staff(state, 'professional', to, to), alike.staff(state, 'intern', from, to)];
  const experts = expertsByGender(...period);
  const stated = experts.woman + experts.man + experts['non-binary'];
  const signers = alike.signers(...period);
  const call = endorsers(...period);
  const all = {
    members: alike.members(state, to).size, 'new-members': newMembers(...period), 'left-members': leftMembers(...period),
    'women-led-members': alike.womenLed(state, to), 'women-led': share(alike.womenLed(state, to), alike.members(state, to).size), 'leaders-stated': leadersStated(state, to),
    'active-members': share(alike.activeMembers(...period), alike.members(state, to).size), 'event-people': alike.eventPeople(...period),
    'funding-dues': share(income.dues, earned), 'funding-member-partnerships': share(income['member-partnership'], earned), 'funding-other-partnerships': share(income['other-partnership'], earned),
    'agreements-members': signers.members, 'agreements-partners': signers.entities,
    'board-seats': alike.seats(state, to), 'board-meetings': alike.meetings(state, 'board', from, to, 'online'), 'board-participation': share(board.taken, board.seats),
    'assembly-meetings': alike.meetings(state, 'general-assembly', from, to), 'assembly-members': alike.assemblyMembers(...period),
    'staff-women': staff.woman, 'staff-men': staff.man, 'interns-women': interns.woman, 'interns-men': interns.man,
    'call-members': call.members, 'call-partners': call.entities, 'call-endorsers': call.all,
    'global-events': alike.globalEvents(...period), declarations: alike.declarations(...period), campaigns: running('campaign', ...period).length,
    'partner-organisations': alike.partners(state, to), 'learning-activities': alike.learningActivities(...period).length, 'learning-members': alike.learningMembers(...period),
    'pilot-projects': running('pilot', ...period).length, 'pilot-members': pilotMembers(...period), publications: alike.publications(...period),
    'experts-collaborated': experts.all, 'experts-women': share(experts.woman, stated), 'experts-men': share(experts.man, stated),
    channels: alike.carriers(...period), followers: readers(state, to, 'social'), 'theme-activities': themed(...period),
    'shore-power-ports': alike.onPlatform(state, 'initiatives', 'shore-power-map', to).places, 'assembly-full-members': percent(fullMembersThere(...period)), 'open-harbour-visitors': visitors(...period),
    'cargo-partners': distinct(cargo(...period).map((p) => p.organisation)), 'tide-letter-readers': readers(state, to, 'newsletter'), 'port-twinnings': twinnings(...period),
  };
  // the page shows a dash if nothing is counted
  return new Map(Object.entries(all).filter(([, value]) => value > 0));
}

/** The same figures by a column: `[key, column, {group: number}]`. */
export function breakdowns(state, from, to) {
  const stock = alike.members(state, to);
  const category = tally(state.rows('categories').filter((c) => stock.has(c.organisation) && surelyOn(c, to)), (c) => c.category, (c) => c.organisation);
  const carried = cargo(state, from, to);
  return [
    ['members', 'region', alike.byRegion(state, to)], ['members', 'category', category],
    ['partner-organisations', 'partnership', tally(state.rows('partnerships').filter((p) => surelyOn(p, to)), (p) => p.partnership, (p) => p.organisation)],
    ['cargo-partners', 'level', tally(carried, (p) => state.find('organisations', p.organisation).level, (p) => p.organisation)],
    ['cargo-partners', 'activity', tally(carried, (p) => state.find('activities', p.activity).activity, (p) => p.organisation)],
    ['tide-letter-readers', 'channel', Object.fromEntries([...lastReadings(state, to, 'newsletter')].map((r) => [r.channel, +r.followers]))],
  ];
}

/** The number of different units in each group. */
function tally(rows, group, unit) {
  const units = new Map();
  for (const row of rows) units.set(group(row), (units.get(group(row)) ?? new Set()).add(unit(row)));
  return Object.fromEntries([...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, set]) => [name, set.size]));
}

/** A member that succeeds another is not new, and a member with a successor has not left. */
function newMembers(state, from, to) {
  const successors = new Set(state.rows('memberships').filter((m) => m.ending === 'succeeded').map((m) => m.successor));
  return distinct(state.rows('memberships').filter((m) => surelyWithin(m.from, from, to) && !successors.has(m.organisation)).map((m) => m.organisation));
}

function leftMembers(state, from, to) {
  return distinct(state.rows('memberships').filter((m) => m.until && m.ending !== 'succeeded' && surelyWithin(m.until, from, to)).map((m) => m.organisation));
}

function leadersStated(state, day) {
  const stock = alike.members(state, day);
  const stated = state.rows('mandates').filter((m) => m.person && surelyOn(m, day) && state.find('people', m.person).gender !== 'not-stated').map((m) => state.find('posts', m.post));
  return distinct(stated.filter((post) => post.post === 'leader' && stock.has(post.organisation)).map((post) => post.organisation));
}

/** Whether an organisation is a member on the first possible day of a row. */
function memberOn(state, organisation, day) {
  return alike.members(state, firstDay(day)).has(organisation);
}

function incomeByBasis(state, from, to) {
  const cents = {};
  for (const line of state.rows('income')) {
    if (line.passed_on === 'yes' || line.in_kind === 'yes' || !surelyWithin(line.day, from, to)) continue;
    cents[line.basis] = (cents[line.basis] ?? 0) + Math.round(+line.in_network * 100);
  }
  return cents;
}

function expertsByGender(state, from, to) {
  const came = state.rows('participations').filter((p) => p.role === 'expert' && ACTIVE.includes(state.find('activities', p.activity).state) && surelyWithin(p.day, from, to));
  const people = [...new Set(came.map((p) => p.person))].map((code) => state.find('people', code).gender);
  const of = (gender) => people.filter((g) => g === gender).length;
  return { all: people.length, woman: of('woman'), man: of('man'), 'non-binary': of('non-binary') };
}

function endorsers(state, from, to) {
  const signed = state.rows('participations').filter((p) => p.role === 'endorsed' && state.find('activities', p.activity).activity === 'call' && surelyWithin(p.day, from, to));
  const members = signed.filter((p) => memberOn(state, p.organisation, p.day));
  const entities = signed.filter((p) => !members.includes(p) && !['municipal', 'metropolitan', 'intermediate', 'national'].includes(state.find('organisations', p.organisation).level));
  return { all: distinct(signed.map((p) => p.organisation)), members: distinct(members.map((p) => p.organisation)), entities: distinct(entities.map((p) => p.organisation)) };
}

function running(kind, state, from, to) {
  return state.rows('activities').filter((a) => a.activity === kind && ACTIVE.includes(a.state) && LEADING.includes(a.role) && surelyOverlaps(a, from, to));
}

function pilotMembers(state, from, to) {
  const codes = new Set(running('pilot', state, from, to).map((a) => a.code));
  return distinct(state.rows('participations').filter((p) => codes.has(p.activity) && ['led', 'partnered'].includes(p.role) && memberOn(state, p.organisation, p.day)).map((p) => p.organisation));
}

function themed(state, from, to) {
  const kinds = ['event', 'learning', 'pilot', 'campaign', 'declaration', 'call'];
  const marked = state.rows('theme_marks').map((m) => state.find('activities', m.record));
  return distinct(marked.filter((a) => kinds.includes(a.activity) && ['held', 'under-way', 'published'].includes(a.state) && surelyWithin(a.from, from, to)).map((a) => a.code));
}

function lastReadings(state, day, kind) {
  return state.rows('channels').filter((c) => c.channel === kind).flatMap((c) => {
    const read = state.rows('readings').filter((r) => r.channel === c.code && lastDay(r.day) <= day).sort((a, b) => a.day.localeCompare(b.day));
    return read.slice(-1);
  });
}

function readers(state, day, kind) {
  return lastReadings(state, day, kind).reduce((sum, r) => sum + +r.followers, 0);
}

/** Full members present or represented at an Assembly of the period, of those that are full members at its end. */
function fullMembersThere(state, from, to) {
  const stock = alike.members(state, to);
  const full = new Set(state.rows('categories').filter((c) => c.category === 'full' && surelyOn(c, to) && stock.has(c.organisation)).map((c) => c.organisation));
  const held = new Set(state.rows('meetings').filter((m) => m.body === 'general-assembly' && m.state === 'held' && surelyWithin(m.day, from, to)).map((m) => m.code));
  const there = state.rows('attendances').filter((a) => held.has(a.meeting) && ['present', 'represented'].includes(a.attendance) && full.has(a.organisation));
  return { counted: distinct(there.map((a) => a.organisation)), base: full.size };
}

/** The visitors counted; where there is no count, the named people, each once. */
function visitors(state, from, to) {
  let people = 0;
  for (const session of state.rows('activities').filter((a) => a.activity === 'session' && a.state === 'held' && surelyWithin(a.from, from, to))) {
    const counted = state.rows('head_counts').filter((h) => h.activity === session.code && h.designated === 'yes');
    const named = state.rows('participations').filter((p) => p.activity === session.code && p.person && p.role !== 'invited');
    people += counted.length ? counted.reduce((sum, h) => sum + +h.people, 0) : distinct(named.map((p) => p.person));
  }
  return people;
}

/** The rows of businesses that supported an activity. */
function cargo(state, from, to) {
  return state.rows('participations').filter((p) => p.role === 'partnered' && surelyWithin(p.day, from, to) && ACTIVE.includes(state.find('activities', p.activity).state)
    && !memberOn(state, p.organisation, p.day) && ['company', 'agency', 'association'].includes(state.find('organisations', p.organisation).level));
}

function twinnings(state, from, to) {
  const signed = state.rows('signatures').filter((s) => state.find('agreements', s.agreement).agreement === 'cooperation' && surelyWithin(s.day, from, to));
  return distinct(signed.filter((s) => memberOn(state, s.organisation, s.day)).map((s) => s.agreement));
}
