// Invented partner organisations: thirty at the end of 2020, some that left before and some that joined later.
import { slug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';

const STOCK_2020 = 30;
const KINDS = [
  ['university', 'knowledge', (n) => `University of ${n}`], ['association', 'institutional', (n) => `${n} Forum of Neighbourhoods`], ['company', 'private', (n) => `${n} Transit Works`],
  ['international', 'institutional', (n) => `${n} Programme for Cities`], ['agency', 'regional', (n) => `${n} Planning Agency`], ['university', 'knowledge', (n) => `${n} Urban Institute`],
  ['association', 'regional', (n) => `Alliance of River Cities, ${n}`], ['association', 'institutional', (n) => `${n} Foundation for Public Space`],
];
const ENDED = ['2018-06-30', '2019-10-31', '2020-08-31', '2020-12-30'];
const LATER = ['2021-02-15', '2021-03-01'];

export function makePartners(world, governments) {
  const { random } = world;
  const cities = random.shuffled(governments.map((g) => g.city)).filter((c, i, all) => all.indexOf(c) === i);
  world.partners = [];
  world.universities = [];
  const make = (from, until) => {
    const city = cities.pop();
    const [level, partnership, name] = KINDS[world.partners.length % KINDS.length];
    const label = name(city.name);
    const code = world.organisation({ code: `org-${slug(label)}`, label, level, place: city.code });
    world.partners.push(code);
    if (level === 'university') world.universities.push(code);
    const row = { organisation: code, partnership, from, until: '', source: '' };
    const known = batchKnowing(from);
    world.add(known, 'partnerships', row);
    if (until) world.revise(batchKnowing(until), 'partnerships', 'change', { ...row, until });
  };
  for (let i = 0; i < STOCK_2020; i++) make(i < 18 ? random.day('2008-01-01', '2017-10-31') : random.day('2018-02-01', '2020-11-30'), '');
  for (const until of ENDED) make(random.day('2010-01-01', '2016-12-31'), until);
  for (const from of LATER) make(from, '');
}
