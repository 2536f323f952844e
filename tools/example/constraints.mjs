// The constraints of the register: the network's page of 2020, its numbers on other days, and the effect of corrections.
import * as count from './counts.mjs';
import { readRegister } from './batches.mjs';
import { State } from './state.mjs';
import { THEMES_2020 } from './activities.mjs';

const YEAR = ['2020-01-01', '2020-12-31'];

/** Counts the written files and returns every constraint as `{name, expected, found, met}`. */
export function checkConstraints() {
  const register = readRegister();
  const now = new State(undefined, register);
  const known = (day) => new State(day, register);
  const results = [];
  const is = (name, found, expected) => results.push({ name, expected, found, met: JSON.stringify(found) === JSON.stringify(expected) });
  const within = (name, found, low, high) => results.push({ name, expected: `${low} to ${high}`, found, met: found >= low && found <= high });

  checkMembers(now, is, within);
  checkVoice(now, is, within);
  checkCapacity(now, is, within);
  checkGovernance(now, is, within);
  checkCorrections(now, known, is);
  checkInvention(now, register, is);
  return results;
}

function checkMembers(now, is, within) {
  const stock = { '2018-01-31': 137, '2018-08-31': 139, '2019-04-30': 138, '2019-12-31': 138, '2020-12-31': 141, '2021-03-08': 141, '2021-03-31': 141 };
  for (const [day, expected] of Object.entries(stock)) is(`members on ${day}`, count.members(now, day).size, expected);
  const real = now.rows('memberships').filter((m) => m.nature === 'real' && count.members(now, '2020-12-31').has(m.organisation)).length;
  is('real members on 2020-12-31', real, 31);
  const regions = count.byRegion(now, '2020-12-31');
  is('members by region', [regions['region-asia-pacific'], regions['region-africa'], regions['region-latin-america'], regions['region-europe'], regions['region-north-america']], [52, 27, 27, 23, 12]);
  is('admissions in January 2018', count.admissions(now, '2018-01-01', '2018-01-31'), 2);
  is('admissions in August 2018', count.admissions(now, '2018-08-01', '2018-08-31'), 6);
  is('endings between February and August 2018', count.endings(now, '2018-02-01', '2018-08-31'), 4);
  const balances = { 2018: [135, 8, 1, 5, 139], 2019: [139, 3, 0, 4, 138], 2020: [138, 6, 2, 5, 141] };
  for (const [year, expected] of Object.entries(balances)) is(`members before ${year}, new, sure only now, left, after`, count.balance(now, +year), expected);
  is('women-led members on 2018-03-08', count.womenLed(now, '2018-03-08'), 18);
  is('women-led members on 2020-12-31', count.womenLed(now, '2020-12-31'), 22);
  is('women-led members on 2021-03-08', count.womenLed(now, '2021-03-08'), 24);
  is('active members in 2020', count.activeMembers(now, ...YEAR), 107);
  for (const year of [2017, 2018, 2019]) within(`active members in ${year}`, count.activeMembers(now, `${year}-01-01`, `${year}-12-31`), 60, 110);
  within('active members in the first quarter of 2021', count.activeMembers(now, '2021-01-01', '2021-03-31'), 30, 90);
}

function checkVoice(now, is, within) {
  within('people at events led or co-led in 2020', count.eventPeople(now, ...YEAR), 2450, 2499);
  is('global events in 2020', count.globalEvents(now, ...YEAR), 76);
  is('global events in 2020 led, co-led, taken part in', ['led', 'co-led', 'took-part'].map((role) => count.globalEvents(now, ...YEAR, role)), [18, 22, 36]);
  for (const year of [2017, 2018, 2019]) within(`global events in ${year}`, count.globalEvents(now, `${year}-01-01`, `${year}-12-31`), 30, 70);
  is('declarations in 2020', count.declarations(now, ...YEAR), 9);
  is('declarations endorsed in 2020', count.declarations(now, ...YEAR, ['endorsed']), 3);
  is('campaigns running in 2020', count.running(now, 'campaign', ...YEAR, ['led', 'co-led', 'supported']).length, 4);
  is('endorsers of the call in 2020', count.endorsers(now, ...YEAR), { members: 16, entities: 6, others: 1 });
  is('endorsers of the call by 2020-06-30', count.endorsers(now, '2020-01-01', '2020-06-30'), { members: 7, entities: 6, others: 1 });
  is('partner organisations on 2020-12-31', count.partners(now, '2020-12-31'), 30);
  for (const [theme, expected] of Object.entries(THEMES_2020)) is(`activities of 2020 about ${theme}`, count.themed(now, theme, ...YEAR), expected);
  is('carriers in 2020', count.carriers(now, ...YEAR), 70);
  within('followers on 2020-12-31', count.followers(now, '2020-12-31'), 33000, 33999);
}

function checkCapacity(now, is, within) {
  is('learning activities in 2020', count.learningActivities(now, ...YEAR).length, 8);
  is('members in learning activities of 2020', count.learningMembers(now, ...YEAR), 56);
  is('pilots active in 2020', count.running(now, 'pilot', ...YEAR, ['led', 'supported'], true).length, 3);
  is('members in pilots of 2020', count.pilotMembers(now, ...YEAR), { all: 8, dated: 8 });
  is('publications in 2020', count.publications(now, ...YEAR), 22);
  is('experts in 2020', count.experts(now, ...YEAR), { all: 411, woman: 179, man: 218, 'not-stated': 14 });
  is('practices on 2019-03-06', count.onPlatform(now, 'practices', 'use', '2019-03-06'), { all: 296, places: 144 });
  is('practices on 2019-07-31', count.onPlatform(now, 'practices', 'use', '2019-07-31').all, 315);
  is('practices on 2020-12-31', count.onPlatform(now, 'practices', 'use', '2020-12-31').all, 368);
  is('experts registered on 2020-12-31', count.profiles(now, 'use', '2020-12-31'), 469);
  is('health initiatives on 2020-03-31', count.onPlatform(now, 'initiatives', 'cities-for-global-health', '2020-03-31'), { all: 152, places: 47 });
  const april = count.onPlatform(now, 'initiatives', 'cities-for-global-health', '2020-04-30');
  within('health initiatives on 2020-04-30', april.all, 380, 391);
  within('cities of health initiatives on 2020-04-30', april.places, 81, 101);
  is('health initiatives on 2020-12-31', count.onPlatform(now, 'initiatives', 'cities-for-global-health', '2020-12-31'), { all: 658, places: 102 });
  is('study on 2019-12-31', count.study(now, '2019-12-31'), { areas: 58, indicators: 38, observations: 2789, members: 69, topics: 6 });
  const study = count.study(now, '2020-12-31');
  is('areas and members of the study on 2020-12-31', [study.areas, study.members], [71, 82]);
  is('observatories on 2020-12-31', count.running(now, 'observatory', '2020-12-31', '2020-12-31', ['led', 'supported'], true).length, 2);
}

function checkGovernance(now, is, within) {
  for (const day of ['2019-12-31', '2020-12-31']) is(`Board seats on ${day}`, count.seats(now, day), 28);
  is('online Board meetings in 2020', count.meetings(now, 'board', ...YEAR, 'online'), 2);
  is('Board seats taken in 2020', count.boardAttendance(now, ...YEAR), { seats: 56, taken: 40 });
  for (const year of [2017, 2018, 2019]) {
    const { seats, taken } = count.boardAttendance(now, `${year}-01-01`, `${year}-12-31`);
    within(`share of Board seats taken in ${year}`, Math.round((100 * taken) / seats), 60, 68);
  }
  is('Assembly meetings in 2020', count.meetings(now, 'general-assembly', ...YEAR), 1);
  is('members at the Assembly of 2020', count.assemblyMembers(now, ...YEAR), 63);
  is('professionals on 2020-12-31', count.staff(now, 'professional', '2020-12-31', '2020-12-31'), { woman: 9, man: 7 });
  is('interns in 2020', count.staff(now, 'intern', ...YEAR), { woman: 5, man: 2 });
  const income = count.incomeShares(now, ...YEAR);
  is('income of 2020 by source', [income.dues, income['member-partnership'], income['other-partnership']], [52, 46, 2]);
  within('income of 2020 in cents', income.total, 230_000_000, 250_000_000);
  is('signers of financing agreements in 2020', count.signers(now, ...YEAR), { members: 4, entities: 1 });
}

/** The numbers before and after each correction. */
function checkCorrections(now, known, is) {
  is('members on 2019-12-31, as known then', count.members(known('2019-12-31'), '2019-12-31').size, 139);
  is('women-led members on 2019-12-31: one more than known then', count.womenLed(now, '2019-12-31') - count.womenLed(known('2019-12-31'), '2019-12-31'), 1);
  is('people at events of 2020: ten fewer than known on 2020-12-31', count.eventPeople(known('2020-12-31'), ...YEAR) - count.eventPeople(now, ...YEAR), 10);
  is('Board seats taken in 2020, as known on 2020-12-31', count.boardAttendance(known('2020-12-31'), ...YEAR).taken, 39);
}

/**
 * The real records that an invented row may refer to: the network's own records, and the exceptions explained in the README.
 */
const NAMED_BY_INVENTED = {
  'placements region': ['regions'], 'theme_marks theme': ['themes'], 'decisions body': ['board'], 'meetings body': ['board'], 'posts body': ['board'],
  'attendances meeting': ['meeting-2019-04-06-board', 'meeting-2020-11-30-general-assembly'], 'participations activity': ['call-rethink-metropolitan-spaces'],
  'practices platform': ['use'], 'expert_profiles platform': ['use'], 'initiatives platform': ['cities-for-global-health'],
};

/**
 * Checks that nothing invented is said of a real government, person or event, and that no invented city or person has a real name.
 */
function checkInvention(now, register, is) {
  const records = new Map(register.filter(({ row }) => row.code).map(({ table, nature, row }) => [row.code, { table, nature }]));
  const named = (from, to) => register.filter((r) => r.nature === from).flatMap(({ table, row }) => Object.keys(row).flatMap((column) => {
    const record = column !== 'code' && records.get(row[column]);
    // The topic of an indicator is a word, not a record.
    if (!record || record.nature !== to || column === 'topic') return [];
    const allowed = NAMED_BY_INVENTED[`${table} ${column}`] ?? [];
    return allowed.includes(row[column]) || allowed.includes(record.table) ? [] : [`${table} ${column} ${row[column]}`];
  }));
  is('real records that invented rows name without leave', named('illustrative', 'real'), []);
  is('invented records that real rows name', named('real', 'illustrative'), []);
  const namesake = (table) => {
    const names = new Set(now.rows(table).filter((r) => r.nature === 'real').map((r) => r.label.toLowerCase()));
    return now.rows(table).filter((r) => r.nature === 'illustrative' && names.has(r.label.toLowerCase())).length;
  };
  is('invented people with the name of a real one', namesake('people'), 0);
  const places = now.rows('places');
  const names = new Set(places.filter((p) => p.nature === 'real').flatMap((p) => [p.label, ...p.other_names.split('|')]).map((name) => name.toLowerCase()));
  is('invented cities with the name of a real one', places.filter((p) => p.nature === 'illustrative' && names.has(p.label.toLowerCase())).length, 0);
}
