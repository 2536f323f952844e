// Invented practices and experts on `use`, and invented initiatives on Cities for Global Health, besides the few real ones.
import { batchKnowing } from './batches.mjs';
import { inOrder } from './governments.mjs';
import { DOINGS, FIELDS, HEALTH } from './words.mjs';

/** The number of published practices on `use` at the end of each span, including the real ones. */
const PRACTICES = [['2014-05-05', '2017-12-31', 228], ['2018-01-08', '2018-12-28', 281], ['2019-01-07', '2019-03-05', 296], ['2019-03-11', '2019-07-30', 315], ['2019-08-05', '2020-12-30', 371], ['2021-01-11', '2021-03-29', 378]];
const CITIES_2019 = 144;
/** Practices withdrawn before the end of 2020. */
const WITHDRAWN = ['2019-11-30', '2020-06-15', '2020-11-02'];
const PROFILES = [['2016-03-01', '2017-12-31', 210], ['2018-01-10', '2018-12-28', 316], ['2019-01-10', '2019-12-20', 402], ['2020-01-10', '2020-12-29', 478], ['2021-01-10', '2021-03-29', 487]];
const PROFILES_CLOSED = 9;
/** The number of published initiatives and of their cities at the end of each span, including the real ones. */
const INITIATIVES = [['2020-03-18', '2020-03-31', 152, 47], ['2020-04-01', '2020-04-30', 386, 84], ['2020-05-01', '2020-12-29', 658, 102], ['2021-01-08', '2021-03-26', 671, 102]];
const OTHER_CITIES = { 'region-africa': 14, 'region-asia-pacific': 14, 'region-europe': 14, 'region-latin-america': 14, 'region-north-america': 8 };
const ACTORS = ['City Government', 'Regional Government', 'Private Sector', 'Community / Citizen Group', 'Research Institutes / Universities', 'NGO / Philanthropy'];
const AREAS = ['Whole City/Administrative Region', 'Metropolitan Area', 'Neighborhood or district'];

export function makeKnowledge(world, governments) {
  const own = [...new Set(governments.map((g) => g.city))];
  const others = Object.entries(OTHER_CITIES).flatMap(([region, n]) => Array.from({ length: n }, () => world.city(region)));
  makePractices(world, world.random.shuffled([...own, ...others]));
  makeProfiles(world);
  makeInitiatives(world, world.random.shuffled([...world.random.sample(own, 70), ...others]));
}

function title(world, city, beginnings) {
  const { random } = world;
  const [doing, field] = [random.pick(beginnings), random.pick(FIELDS)];
  const texts = Object.fromEntries(['en', 'es', 'fr'].map((language, i) => [language, `${doing[i]} ${field[i]}, ${city.name}`]));
  const first = city.region === 'region-latin-america' ? 'es' : random.pick(['en', 'en', 'en', 'fr']);
  // Every language has its column. Authors wrote in one language and left the others empty.
  const labels = inOrder({ label_en: texts.en, label_es: texts.es, label_fr: texts.fr }, first);
  if (random.chance(0.6)) for (const language of ['es', 'fr']) if (language !== first) labels[`label_${language}`] = '';
  return labels;
}

function makePractices(world, cities) {
  const { random } = world;
  const real = world.real.rowsOf('practices').filter((p) => p.platform === 'use');
  const realCities = new Set(real.map((p) => p.place).filter(Boolean)).size;
  const taking = cities.slice(0, CITIES_2019 - realCities);
  let made = real.length;
  let number = 0;
  const written = [];
  for (const [from, until, stock] of PRACTICES) {
    for (; made < stock; made++) {
      number++;
      // By then every city of 2019 has an initiative; later cities are new ones.
      const city = number <= taking.length ? taking[number - 1] : until > '2019-12' && random.chance(0.4) ? random.pick(cities.slice(taking.length)) : random.pick(taking);
      written.push(writePractice(world, city, number, random.day(from, until)));
    }
  }
  for (const until of WITHDRAWN) {
    const practice = random.pick(written.filter((p) => p.from < '2017-06' && !p.withdrawn));
    practice.withdrawn = true;
    world.revise(batchKnowing(until), 'practices', 'change', { ...practice.row, until });
  }
}

function writePractice(world, city, number, from) {
  const { random } = world;
  const year = +from.slice(0, 4);
  const started = year - random.int(2, 9);
  const progress = random.pick(['ongoing', 'ongoing', 'completed', 'planned']);
  const code = world.codes.take(`practice-use-${String(number).padStart(3, '0')}`);
  const row = {
    code, ...title(world, city, DOINGS), public: 'yes', platform: 'use', place: city.code, state: 'published', from, until: '', started: progress === 'planned' ? '' : started,
    ended: progress === 'completed' ? Math.min(started + random.int(1, 5), year - 1) : '', progress, country: '', city_as_written: city.name,
    main_actors: random.sample(ACTORS, random.int(1, 3)).join(', '), project_area: random.pick(AREAS), topics: '', award: '', address: '', note: '', source: '',
  };
  const recorded = batchKnowing(from);
  world.add(recorded, 'practices', row);
  for (const goal of random.sample([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17], random.int(0, 3))) world.add(recorded, 'goal_marks', { record: code, goal, source: '' });
  return { row, from };
}

function makeProfiles(world) {
  const { random } = world;
  const people = random.shuffled(world.experts);
  const regions = ['region-africa', 'region-asia-pacific', 'region-europe', 'region-latin-america', 'region-north-america'];
  const written = [];
  for (const [from, until, stock] of PROFILES) {
    while (written.length < stock) {
      // Two in three have worked with the network; the others only registered.
      const person = written.length % 3 < 2 && people.length ? people.pop() : world.person(random.pick(['woman', 'man', 'man', 'not-stated']), random.pick(regions)).code;
      const row = { person, platform: 'use', from: random.day(from, until), until: '', source: '' };
      world.add(batchKnowing(row.from), 'expert_profiles', row);
      written.push(row);
    }
  }
  for (const row of random.sample(written.filter((r) => r.from < '2019-06'), PROFILES_CLOSED)) {
    const until = random.day('2019-07-01', '2020-12-20');
    world.revise(batchKnowing(until), 'expert_profiles', 'change', { ...row, until });
  }
}

function makeInitiatives(world, cities) {
  const { random } = world;
  const real = world.real.rowsOf('initiatives').filter((r) => r.platform === 'cities-for-global-health');
  const realCities = new Set(real.map((r) => r.place).filter(Boolean)).size;
  let made = real.length;
  let number = 0;
  let known = 0;
  for (const [from, until, stock, cityStock] of INITIATIVES) {
    const fresh = cities.slice(known, cityStock - realCities);
    known = cityStock - realCities;
    for (; made < stock; made++) {
      number++;
      const city = fresh.shift() ?? random.pick(cities.slice(0, known));
      const day = random.day(from, until);
      world.add(batchKnowing(day), 'initiatives', {
        code: world.codes.take(`initiative-health-${String(number).padStart(3, '0')}`), ...title(world, city, HEALTH), public: 'yes', platform: 'cities-for-global-health', place: city.code, state: 'published',
        from: day, until: '', day, country: '', city_as_written: city.name, topics: '', address: '', note: '', source: '',
      });
    }
  }
}

