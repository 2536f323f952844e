// Participations: members with some of their people, guests, experts, and rows that must not count.
import { firstDay } from '../example/days.mjs';
import { membersOn, spanWithin } from './members.mjs';
import { YEARS, batchKnowing, named } from './register.mjs';

/** Members that learn in a year, and members that take part in nothing. */
const LEARNERS = { 2023: 15, 2024: 18, 2025: 21 };
const QUIET = { 2023: 7, 2024: 6, 2025: 6 };
const EXPERTS = { woman: 13, man: 12, 'not-stated': 2 };
/** Companies and others that support an activity of the network. */
const BUSINESSES = [['Corvane Lines', 'company'], ['Aldermast Terminals', 'company'], ['Hawserby Towage', 'company'], ['Merrinock Dredging', 'company'], ['Halmoray Energy Agency', 'agency'], ['Guild of Brenmouth Pilots', 'association'], ['Tornavoe Institute of Tides', 'university']];

export function makeParticipations(register, made, { members, prospects }) {
  const staff = new Map();
  for (const m of members) staff.set(m, ['woman', 'man', register.random.pick(['woman', 'man', 'not-stated'])].map((gender) => register.person(gender, m.city.sounds)));
  const world = { ...made, register, members, prospects, staff, seen: new Set() };
  const quiet = chooseQuiet(register.random, members);
  for (const year of YEARS) {
    const open = members.filter((m) => spanWithin(m, year) && !quiet[year].includes(m));
    learn(world, year, open);
    attend(world, year, open);
  }
  for (const session of made.activities.filter((a) => a.kind === 'session')) openGates(world, session);
  learnNothing(world, quiet);
  takePilots(world, quiet);
  endorse(world, quiet);
  carry(world);
  bringExperts(world);
  made.quiet = quiet;
}

function takePart({ register, seen }, activity, row, day = activity.from, recorded = activity.recorded) {
  const key = [activity.code, row.organisation, row.person, row.role, day].join('|');
  if (seen.has(key)) return;
  seen.add(key);
  register.add(recorded, 'participations', { activity: activity.code, organisation: '', person: '', ...row, day });
}

/** The members that take part in nothing in a year; one of them in none of the three. */
function chooseQuiet(random, members) {
  const lasting = members.filter((m) => m.from < '2023' && !m.ending && m.sort === 'port');
  const always = random.pick(lasting);
  const others = random.sample(members.filter((m) => m.from < '2023' && !m.ending && m !== always), 9);
  const quiet = Object.fromEntries(YEARS.map((year) => [year, [always, ...random.sample(others, QUIET[year] - 1)]]));
  // a member that joins on the last day of a year takes part in nothing in it
  quiet[2025].push(...members.filter((m) => m.from === '2025-12-31'));
  return quiet;
}

function learn(world, year, open) {
  const { random } = world.register;
  const courses = world.activities.filter((a) => a.kind === 'learning' && a.year === year && a.state === 'held');
  const possible = open.filter((m) => m.ending !== 'succeeded' && courses.some((c) => isMember(m, c.from)));
  for (const [i, m] of random.sample(possible, LEARNERS[year]).entries()) {
    const own = courses.filter((c) => isMember(m, c.from));
    for (const course of random.sample(own, Math.min(own.length, random.pick([1, 1, 2])))) {
      // for some enrolments only the month is known
      const day = i === 0 ? course.from.slice(0, 7) : course.from;
      for (const person of [...random.sample(world.staff.get(m), random.int(1, 2))]) takePart(world, course, { organisation: m.code, person, role: 'learned' }, day, [batchKnowing(day), course.recorded].sort().pop());
    }
  }
  takePart(world, random.pick(courses), { organisation: random.pick(world.prospects).code, role: 'learned' });
}

function isMember(m, day) {
  return membersOn([m], day).length === 1;
}

/** Each of them attends one to three events, usually with a named person; the inactive ones are only invited. */
function attend(world, year, open) {
  const { random } = world.register;
  const events = world.activities.filter((a) => a.kind === 'event' && a.year === year && a.state === 'held');
  for (const m of open) {
    const [from, until] = spanWithin(m, year);
    const possible = events.filter((e) => firstDay(e.from) >= from && e.from <= until);
    for (const event of random.sample(possible, Math.min(possible.length, random.int(1, 3)))) {
      const role = random.pick(['attended', 'attended', 'attended', 'spoke']);
      const person = random.chance(0.7) ? random.pick(world.staff.get(m)) : '';
      takePart(world, event, { organisation: m.code, person, role });
      // a speaker also attends: two rows, one head
      if (role === 'spoke' && person) takePart(world, event, { organisation: m.code, person, role: 'attended' });
    }
  }
  for (const m of membersOn(world.members, `${year}-06-30`).filter((other) => !open.includes(other))) takePart(world, random.pick(events), { organisation: m.code, role: 'invited' });
  takePart(world, random.pick(events), { organisation: random.pick(world.prospects).code, role: 'attended' });
}

/** The open day of a host. Without a count, only its guides are named. */
function openGates(world, session) {
  const { random } = world.register;
  takePart(world, session, { organisation: session.host.code, role: 'hosted' });
  for (const person of random.sample(world.staff.get(session.host), 2)) takePart(world, session, { organisation: session.host.code, person, role: 'led' });
}

function learnNothing(world, quiet) {
  for (const m of world.register.random.sample(membersOn(world.members, '2025-10-21').filter((n) => n.from < '2023' && !quiet[2025].includes(n)), 4)) takePart(world, world.cancelled, { organisation: m.code, role: 'learned' });
}

function takePilots(world, quiet) {
  const { random } = world.register;
  const lasting = world.members.filter((m) => m.from < '2023' && !m.ending && !YEARS.some((y) => quiet[y].includes(m)));
  const taking = random.sample(lasting, 7);
  for (const [i, pilot] of world.activities.filter((a) => a.kind === 'pilot').entries()) {
    for (const [j, m] of taking.slice(i * 3, i * 3 + 4).entries()) takePart(world, pilot, { organisation: m.code, role: j === 0 ? 'led' : 'partnered' });
  }
}

/** The call has no end. Members, businesses and one city that is not a member have signed it. */
function endorse(world, quiet) {
  const { random } = world.register;
  const lasting = world.members.filter((m) => m.from < '2023' && !m.ending && !YEARS.some((y) => quiet[y].includes(m)));
  for (const m of random.sample(lasting, 15)) {
    const day = random.workingDay('2024-04-22', '2025-11-28');
    takePart(world, world.call, { organisation: m.code, role: 'endorsed' }, day, batchKnowing(day));
  }
  takePart(world, world.call, { organisation: world.prospects[0].code, role: 'endorsed' }, '2025-02-11', '2025-06-30');
}

/** Businesses and members support activities of the network; only the businesses are cargo partners. */
function carry(world) {
  const { random } = world.register;
  const carried = world.activities.filter((a) => ['event', 'learning', 'campaign', 'pilot'].includes(a.kind) && ['held', 'under-way'].includes(a.state));
  for (const [i, [label, level]] of BUSINESSES.entries()) {
    const organisation = world.register.organisation({ label }, { level });
    const shares = random.sample(carried, 6);
    for (const activity of i === 0 ? [...shares, ...carried.filter((a) => a.kind === 'pilot')] : shares) takePart(world, activity, { organisation, role: 'partnered' });
    if (i < 3) takePart(world, world.call, { organisation, role: 'endorsed' }, '2025-04-08', '2025-06-30');
  }
}

function bringExperts(world) {
  const { register } = world;
  const university = register.organisation(named('Quennevelle School of Port Cities', 'École des villes portuaires de Quennevelle', 'fr'), { level: 'university' });
  const pool = Object.entries(EXPERTS).flatMap(([gender, n]) => Array.from({ length: n }, () => register.person(gender)));
  const activities = world.activities.filter((a) => ['event', 'learning'].includes(a.kind) && a.state === 'held');
  for (const person of pool) for (const activity of register.random.sample(activities, register.random.int(1, 3))) takePart(world, activity, { organisation: register.random.chance(0.3) ? university : '', person, role: 'expert' });
}
