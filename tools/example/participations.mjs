// Participations: members and their people, experts, and rows that must not count.
import { inOrder, membersOn } from './governments.mjs';

const ACTIVE_SHARE = { 2017: 0.6, 2018: 0.66, 2019: 0.72, 2021: 0.4 };
/** Different experts per year, by gender. */
const EXPERTS = { 2017: [84, 116, 6], 2018: [112, 148, 9], 2019: [140, 182, 11], 2020: [179, 218, 14], 2021: [38, 44, 2] };
const EXPERT_POOL = { woman: 300, man: 360, 'not-stated': 30 };
/** A person with two records, entered twice at an event without a head count. */
const DUPLICATE_REMOVED = '2021-03-31';

/** Adds the functions for participations to the world. */
export function openParticipations(world, governments) {
  const seen = new Set();
  world.takePart = (activity, { organisation = '', person = '', role, day = activity.from, recorded = activity.recorded }) => {
    const key = [activity.code, organisation, person, role, day].join('|');
    if (seen.has(key)) return null;
    seen.add(key);
    const row = { activity: activity.code, organisation, person, role, day, source: '' };
    world.add(recorded, 'participations', row);
    return row;
  };
  const staff = new Map();
  /** Some people of a government; later calls return the same people. */
  world.staffOf = (g, n) => {
    if (!staff.has(g.code)) staff.set(g.code, Array.from({ length: 4 }, () => world.person(world.random.pick(['woman', 'woman', 'man', 'man', 'man', 'not-stated']), g.region).code));
    return world.random.sample(staff.get(g.code), n);
  };
  world.prospects = Array.from({ length: 6 }, (_, i) => {
    const region = ['region-latin-america', 'region-africa', 'region-asia-pacific', 'region-europe', 'region-asia-pacific', 'region-africa'][i];
    const city = world.city(region);
    const labels = { label_en: `City of ${city.name}`, label_es: `Ciudad de ${city.name}`, label_fr: `Ville de ${city.name}` };
    return world.organisation({ code: `org-${city.code.slice(6)}`, ...inOrder(labels, i === 0 ? 'es' : 'en'), level: 'municipal', place: city.code });
  });
  world.hostCities = governments.filter((g) => !g.until && g.from < '2017').map((g) => g.city.code);
}

export function makeParticipations(world, governments) {
  for (const year of [2017, 2018, 2019, 2020, 2021]) {
    const events = world.activities.filter((a) => a.kind === 'event' && a.year === year && a.state === 'held');
    const members = membersOn(governments, year === 2021 ? '2021-03-31' : `${year}-12-31`);
    const active = year === 2020 ? members.filter((g) => !g.inactive) : world.random.sample(members, Math.round(members.length * ACTIVE_SHARE[year]));
    attend(world, events, active);
    if (year === 2020) for (const g of governments.filter((m) => m.inactive)) world.takePart(events.find((e) => !e.namedOnly), { organisation: g.code, role: 'invited' });
  }
  makeExperts(world);
  namePeople(world, governments);
}

/** Each active member attends one to five events of the year, usually with a named person. */
function attend(world, events, active) {
  const { random } = world;
  const open = events.filter((e) => !e.namedOnly);
  for (const g of active) {
    const possible = open.filter((e) => e.from >= dayOf(g.from) && (!g.until || e.from <= g.until));
    const some = random.sample(possible.length ? possible : open, Math.min(possible.length || 1, random.pick([1, 1, 2, 3, 4, 5])));
    for (const [i, event] of some.entries()) {
      const role = random.pick(['attended', 'attended', 'attended', 'spoke', 'partnered']);
      // Some old lists have only the year.
      const day = i === 0 && random.chance(0.02) && event.recorded.endsWith('12-31') ? event.from.slice(0, 4) : event.from;
      if (random.chance(0.35)) world.takePart(event, { organisation: g.code, role, day });
      else for (const person of world.staffOf(g, random.int(1, 2))) world.takePart(event, { organisation: g.code, person, role, day });
    }
  }
}

function dayOf(from) {
  return from.length === 4 ? `${from}-12-31` : from;
}

function makeExperts(world) {
  const { random } = world;
  const pool = {};
  for (const [gender, n] of Object.entries(EXPERT_POOL)) pool[gender] = Array.from({ length: n }, () => world.person(gender).code);
  world.experts = Object.values(pool).flat();
  for (const [year, counts] of Object.entries(EXPERTS)) {
    const activities = world.activities.filter((a) => a.year === +year && ['event', 'learning', 'publication'].includes(a.kind) && !a.namedOnly && ['held', 'published'].includes(a.state));
    for (const [i, gender] of Object.keys(pool).entries()) {
      for (const person of random.sample(pool[gender], counts[i])) {
        for (const a of random.sample(activities, random.pick([1, 1, 1, 2, 3]))) {
          world.takePart(a, { person, organisation: random.chance(0.3) ? random.pick(world.universities) : '', role: 'expert' });
        }
      }
    }
  }
}

/** Events without a head count have named participants; in 2020 there are 14 and 11. */
function namePeople(world, governments) {
  const { random } = world;
  const sizes = { 2020: [14, 11] };
  for (const year of [2017, 2018, 2019, 2020, 2021]) {
    const named = world.activities.filter((a) => a.namedOnly && a.year === year);
    for (const [i, event] of named.entries()) {
      const members = membersOn(governments, event.from).filter((g) => !g.inactive);
      const people = random.sample(members, sizes[year]?.[i] ?? 12).map((g) => [g, world.staffOf(g, 1)[0]]);
      for (const [j, [g, person]] of people.entries()) world.takePart(event, { organisation: g.code, person, role: j < 3 ? 'spoke' : 'attended' });
      if (year === 2020 && i === 0) {
        const twice = world.takePart(event, { organisation: people[5][0].code, person: secondRecord(world, people[5][1]), role: 'attended' });
        world.revise(DUPLICATE_REMOVED, 'participations', 'removal', twice);
      }
    }
  }
}

/** The same person entered a second time. */
function secondRecord(world, person) {
  return world.record('people', { ...world.waiting.get(person).row, code: world.personCode() });
}
