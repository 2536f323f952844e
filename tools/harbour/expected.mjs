// The numbers that the page of the example must show: all of 2025, some of other years, three years in one, and earlier states.
import { csvText } from '../example/csv.mjs';
import { breakdowns, numbers } from './counts.mjs';
import { LAST_DAY, YEARS } from './register.mjs';

const HOME = 2025;
/** The numbers that are checked for every year. */
const FOLLOWED = [
  'members', 'new-members', 'left-members', 'women-led', 'active-members', 'learning-members', 'learning-activities', 'event-people', 'assembly-members', 'publications',
  'shore-power-ports', 'assembly-full-members', 'open-harbour-visitors', 'cargo-partners', 'tide-letter-readers', 'port-twinnings',
];
/** Numbers that were known differently on an earlier day: period, day, number, and why it changed. */
const KNOWN = [
  ['2024-01-01', '2024-12-31', '2024-12-31', 'members', 'before a mislaid resignation of September 2024 was recorded'],
  ['2024-01-01', '2024-12-31', '2024-12-31', 'women-led', 'before one leader had said that she is a woman, and one member more'],
  ['2025-01-01', '2025-06-30', '2025-06-30', 'open-harbour-visitors', 'with one count typed as 1,820 for 1,280'],
  ['2025-01-01', '2025-06-30', LAST_DAY, 'open-harbour-visitors', 'the same days after the correction'],
];

const yearOf = (year) => [`${year}-01-01`, `${year}-12-31`];
const THREE_YEARS = [`${YEARS[0]}-01-01`, `${YEARS.at(-1)}-12-31`];

/** `[name, text]` of each file of `expected/`. */
export function expected(register) {
  const now = register.known();
  const home = numbers(now, ...yearOf(HOME));
  const figures = [...home].map(([key, value]) => ({ key, ...written(value) }));
  for (const [key, by, groups] of breakdowns(now, ...yearOf(HOME))) {
    for (const [group, value] of Object.entries(groups)) figures.push({ key, by, group, ...written(value) });
  }
  const timeline = [];
  const row = (from, to, known, key, state, says) => {
    const value = numbers(state, from, to).get(key);
    if (value === undefined) throw new Error(`nothing to expect of ${key} from ${from} to ${to}`);
    timeline.push({ from, to, known, key, ...written(value), what_it_says: says });
  };
  for (const key of FOLLOWED) {
    for (const year of YEARS) row(...yearOf(year), '', key, now, `the year ${year}`);
    row(...THREE_YEARS, '', key, now, threeYears(now, key));
  }
  for (const [from, to, known, key, says] of KNOWN) row(from, to, known, key, register.known(known), says);
  return [
    ['figures.csv', csvText(['key', 'by', 'group', 'compare', 'value', 'decimals'], figures)],
    ['timeline.csv', csvText(['from', 'to', 'known', 'key', 'compare', 'value', 'decimals', 'what_it_says'], timeline)],
  ];
}

/** Members learn more than once: over three years they are fewer than the sum of the years. */
function threeYears(state, key) {
  const sum = YEARS.reduce((all, year) => all + (numbers(state, ...yearOf(year)).get(key) ?? 0), 0);
  if (key === 'learning-members' && numbers(state, ...THREE_YEARS).get(key) >= sum) throw new Error('nobody learned in two years: the three years are their sum');
  return key === 'learning-members' ? `three years in one, each member once; the years add up to ${sum}` : 'three years in one';
}

/** A share with two decimals; everything else unrounded. */
function written(value) {
  return Number.isInteger(value) ? { compare: '=', value, decimals: 0 } : { compare: '=', value: value.toFixed(2), decimals: 2 };
}
