// The comparative study: two editions of invented values for invented areas.
import { membersOn } from './governments.mjs';

const STUDY = 'study-metropolitan-areas';
const EDITIONS = [
  { code: 'edition-2019', year: 2019, from: '2019-10-07', until: '2020-10-14', areas: 58, members: 69, observations: 2789, recorded: '2019-12-31' },
  { code: 'edition-2020', year: 2020, from: '2020-10-15', until: '', areas: 71, members: 82, observations: 3412, recorded: '2020-12-31' },
];
/** Areas of the first edition whose only member government left the network in 2020. */
const LEFT_IN_2020 = 3;

const TOPICS = {
  governance: [['Member municipalities', 'number', 2, 60], ['Metropolitan budget per inhabitant', 'EUR', 90, 2400], ['Turnout in local elections', '%', 28, 84], ['Women on the metropolitan council', '%', 12, 56], ['Open data sets', 'number', 4, 900], ['Years since the metropolitan law', 'years', 1, 45]],
  'economic development': [['Unemployment', '%', 2, 26], ['Unemployment, women', '%', 2, 30], ['Unemployment, young people', '%', 5, 48], ['Output per inhabitant', 'USD', 1800, 62000], ['Informal employment', '%', 3, 66], ['New businesses', 'per 1,000 inhabitants', 1, 18], ['Broadband at home', '%', 18, 98]],
  'social cohesion': [['Population', 'thousand persons', 320, 14500], ['Poverty rate', '%', 4, 52], ['Households in informal housing', '%', 0, 48], ['Homicides', 'per 100,000 inhabitants', 0.3, 38], ['Residents born abroad', '%', 0.4, 44], ['Gini coefficient', 'coefficient', 0.26, 0.62], ['Life expectancy', 'years', 58, 85]],
  sustainability: [['Fine particles', 'µg/m3', 5, 96], ['Waste recycled', '%', 2, 58], ['Emissions per inhabitant', 'tCO2e', 0.6, 14], ['Green space per inhabitant', 'm2', 1.5, 62], ['Water losses', '%', 6, 52], ['Renewable electricity', '%', 2, 88]],
  'gender equality': [['Women in paid work', '%', 22, 78], ['Pay gap', '%', 3, 38], ['Women among local councillors', '%', 9, 54], ['Unpaid care, women', 'hours per week', 14, 42], ['Unpaid care, men', 'hours per week', 3, 24], ['Women feeling safe at night', '%', 21, 88]],
  'quality of life': [['Trips by public transport', '%', 8, 68], ['Trips on foot or bicycle', '%', 9, 52], ['Time to work', 'minutes', 18, 74], ['Hospital beds', 'per 1,000 inhabitants', 0.6, 9], ['Public libraries', 'per 100,000 inhabitants', 0.2, 9], ['Households with water in the home', '%', 48, 100]],
};

export function makeStudy(world, governments) {
  const indicators = Object.entries(TOPICS).flatMap(([topic, list]) => list.map(([name, unit, low, high]) => {
    const code = world.codes.take(`indicator-study-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`);
    world.add('2019-12-31', 'indicators', { code, label_en: name, public: 'yes', topic, unit, source: '' });
    return { code, unit, low, high };
  }));
  const chosen = chooseAreas(world, governments);
  for (const edition of EDITIONS) writeEdition(world, edition, chosen[edition.year], indicators);
}

/** The areas of both editions: first the shared ones, with two members each, then areas with one. */
function chooseAreas(world, governments) {
  const { random } = world;
  const lasting = membersOn(governments, '2019-12-31').filter((g) => !g.until);
  const areas = [...new Set(lasting.map((g) => g.area))];
  const shared = areas.filter((area) => lasting.filter((g) => g.area === area).length === 2);
  const pairs = EDITIONS[0].members - EDITIONS[0].areas;
  if (EDITIONS[1].members - EDITIONS[1].areas !== pairs) throw new Error('both editions need as many shared areas');
  const single = random.shuffled(areas.filter((area) => !shared.includes(area)));
  const both = [...random.sample(shared, pairs), ...single.splice(0, EDITIONS[0].areas - pairs - LEFT_IN_2020)];
  const leavers = governments.filter((g) => g.until > '2020-01-31' && g.until < '2020-12-01').map((g) => g.area);
  return { 2019: [...both, ...random.sample(leavers, LEFT_IN_2020)], 2020: [...both, ...single.splice(0, EDITIONS[1].areas - both.length)] };
}

function writeEdition(world, edition, areas, indicators) {
  const { random } = world;
  const { year, code, from, until, recorded } = edition;
  const row = { code: world.codes.take(code), label_en: `Edition ${year}`, label_es: `Edición ${year}`, label_fr: `Édition ${year}`, public: 'yes', study: STUDY, from, until: '', source: '' };
  world.add(recorded, 'editions', row);
  if (until) world.revise('2020-12-31', 'editions', 'change', { ...row, until });
  const cells = areas.flatMap((area) => indicators.map((indicator) => ({ area, indicator })));
  // Some indicators also have a value for the year before.
  const twice = new Set(random.sample(cells, edition.observations - cells.length));
  // The value of each indicator of an area in the edition before.
  world.studyValues ??= new Map();
  for (const cell of cells) {
    for (const of of twice.has(cell) ? [year - 1, year - 2] : [year - 1]) {
      const { area, indicator } = cell;
      world.add(recorded, 'observations', { area, indicator: indicator.code, day: String(of), value: valueOf(world, cell), unit: indicator.unit, boundary: 'metropolitan area', edition: code, note: '', serial: '', source: '' });
    }
  }
}

/** A value near the area's earlier one, so that editions and years are consistent. */
function valueOf(world, { area, indicator }) {
  const { random, studyValues } = world;
  const key = `${area}|${indicator.code}`;
  const { low, high } = indicator;
  if (!studyValues.has(key)) studyValues.set(key, low + (high - low) * random.next() ** 1.4);
  const value = Math.min(high, Math.max(low, studyValues.get(key) * (0.97 + random.next() * 0.06)));
  return value >= 100 ? Math.round(value) : value >= 2 ? Math.round(value * 10) / 10 : Math.round(value * 1000) / 1000;
}
