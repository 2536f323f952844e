// The invented cities: names that no real city has, on real coasts, and the start of their memberships.
import { fileURLToPath } from 'node:url';
import { readCsv } from '../example/csv.mjs';
import { kilometres } from '../example/land.mjs';

/** The network's own regions. */
export const REGIONS = [
  ['northern-basin', 'Northern basin', 'Bassin nord'],
  ['middle-basin', 'Middle basin', 'Bassin médian'],
  ['southern-basin', 'Southern basin', 'Bassin sud'],
];
const NORTH = 'northern-basin';
const MIDDLE = 'middle-basin';
const SOUTH = 'southern-basin';
const EUROPE = 'region-europe';
const AMERICA = 'region-north-america';
const LATIN = 'region-latin-america';
const AFRICA = 'region-africa';
const ASIA = 'region-asia-pacific';

/** Name, latitude, longitude, region of the network, and the culture of its people's names. */
const CITIES = [
  ['Vestrunn', 60.94, 5.02, NORTH, EUROPE], ['Quennevelle', 48.87, -3.3, NORTH, EUROPE], ['Marrowick', 57.85, -5.6, NORTH, EUROPE], ['Tornavoe', 54.26, -10.06, NORTH, EUROPE],
  ['Ostreholm', 56.38, 8.12, NORTH, EUROPE], ['Kjelvarn', 62.55, 21.15, NORTH, EUROPE], ['Cabralinho', 39.11, -9.42, NORTH, EUROPE], ['Velastra', 45.16, 13.61, NORTH, EUROPE],
  ['Thalassina', 37.64, 21.41, NORTH, EUROPE], ['Karadeva', 41.74, 35.95, NORTH, EUROPE], ['Port-Aldric', 47.67, -57.93, NORTH, AMERICA], ['Anse-Corval', 48.95, -64.35, NORTH, AMERICA],
  ['Saltmere', 45.05, -62.1, NORTH, AMERICA], ['Brenmouth', 43.86, -69.76, NORTH, AMERICA], ['Osprey Sound', 36.03, -76.72, NORTH, AMERICA], ['Kestroy', 44.33, -124.1, NORTH, AMERICA],
  ['Halmoray', 52.0, -128.19, NORTH, AMERICA], ['Mirahoro', 42.15, 139.95, NORTH, ASIA],
  ['Punta Corvina', 17.06, -100.43, MIDDLE, LATIN], ['Cape Larkin', 29.7, -85.35, MIDDLE, AMERICA], ['Bahía Nublada', 10.11, -85.24, MIDDLE, LATIN], ['Puerto Aurelio', -5.94, -81.18, MIDDLE, LATIN],
  ['Port-Ambrelle', 19.85, -71.67, MIDDLE, LATIN], ['Cabo Lirial', -5.25, -35.39, MIDDLE, LATIN], ['Tekarouba', 6.69, -11.29, MIDDLE, AFRICA], ['Zarafine', 34.78, -6.35, MIDDLE, AFRICA],
  ['Ghazelmina', 31.21, 27.54, MIDDLE, AFRICA], ['Mwambaro', -2.6, 40.6, MIDDLE, AFRICA], ['Vandiruppu', 8.15, 77.3, MIDDLE, ASIA], ['Kandoramo', 7.02, 81.87, MIDDLE, ASIA],
  ['Saelong', 10.41, 104.43, MIDDLE, ASIA], ['Samandoro', 13.8, 123.86, MIDDLE, ASIA], ['Haozhen Wan', 35.01, 119.22, MIDDLE, ASIA],
  ['Bahía Serrata', -25.78, -70.71, SOUTH, LATIN], ['Port Tarrant', -46.55, -67.39, SOUTH, LATIN], ['Rio Falcato', -28.08, -48.62, SOUTH, LATIN], ['Umkozeni', -34.35, 19.1, SOUTH, AFRICA],
  ['Masivane', -21.95, 35.3, SOUTH, AFRICA], ['Tsarambola', -15.5, 49.95, SOUTH, AFRICA], ['Wandalup Bay', -29.14, 114.86, SOUTH, ASIA], ['Kooralong', -22.02, 149.53, SOUTH, ASIA],
  ['Whangatiro', -37.69, 178.53, SOUTH, ASIA],
  // Not members: they take part in activities, and are left out where only members count.
  ['Drevnagor', 59.55, 24.2, NORTH, EUROPE], ['Nukuvaro', -20.89, 165.31, SOUTH, ASIA],
];

const FOUNDED = '2019-06-14';

/**
 * The members in the order they joined: city, kind of government, category, first day. `city` is a municipality, `port`
 * a port authority, `district` a port and its city in one.
 */
const MEMBERS = [
  ['Vestrunn', 'city', 'full', FOUNDED], ['Quennevelle', 'city', 'full', FOUNDED], ['Tornavoe', 'city', 'full', FOUNDED], ['Velastra', 'city', 'full', FOUNDED],
  ['Port-Aldric', 'city', 'full', FOUNDED], ['Brenmouth', 'city', 'full', FOUNDED], ['Halmoray', 'city', 'full', FOUNDED], ['Punta Corvina', 'city', 'full', FOUNDED],
  ['Cabo Lirial', 'city', 'full', FOUNDED], ['Tekarouba', 'city', 'full', FOUNDED], ['Zarafine', 'city', 'full', FOUNDED], ['Vandiruppu', 'city', 'full', FOUNDED],
  ['Saelong', 'city', 'full', FOUNDED], ['Umkozeni', 'city', 'full', FOUNDED], ['Whangatiro', 'city', 'full', FOUNDED],
  ['Vestrunn', 'port', 'associate', '2019-11-20'], ['Marrowick', 'city', 'full', '2019-11-20'], ['Rio Falcato', 'city', 'full', '2020-02-01'], ['Bahía Nublada', 'city', 'full', '2020-05-14'],
  ['Mwambaro', 'city', 'full', '2020-05-14'], ['Kooralong', 'port', 'associate', '2020-09-03'], ['Ostreholm', 'city', 'full', '2020-11-18'], ['Saltmere', 'city', 'full', '2020-11-18'],
  ['Thalassina', 'port', 'associate', '2021-03-01'], ['Port-Ambrelle', 'city', 'full', '2021'], ['Masivane', 'city', 'associate', '2021-06-10'], ['Haozhen Wan', 'port', 'associate', '2021-10-01'],
  ['Kestroy', 'city', 'full', '2022-01-15'], ['Ghazelmina', 'city', 'full', '2022-03-10'], ['Cabralinho', 'city', 'full', '2022-05-19'], ['Mirahoro', 'city', 'full', '2022-05-19'],
  ['Port Tarrant', 'city', 'full', '2022-09-01'], ['Osprey Sound', 'port', 'associate', '2022-12-01'],
  ['Anse-Corval', 'city', 'full', '2023-02-15'], ['Saelong', 'port', 'associate', '2023-05-25'], ['Tsarambola', 'city', 'associate', '2023-11-01'],
  ['Kjelvarn', 'city', 'full', '2024-01-01'], ['Samandoro', 'city', 'full', '2024-03-12'], ['Bahía Serrata', 'port', 'associate', '2024-05-23'], ['Cape Larkin', 'city', 'associate', '2024-10-01'],
  ['Tekarouba', 'district', 'full', '2024-07-01'],
  ['Karadeva', 'city', 'full', '2025-01-15'], ['Puerto Aurelio', 'port', 'associate', '2025-03-01'], ['Kandoramo', 'city', 'full', '2025-05-22'], ['Wandalup Bay', 'city', 'associate', '2025-12-31'],
];

/**
 * Members that left, with the last day and the reason. One resignation was mislaid, and recorded only with the batch of June 2025.
 */
const ENDINGS = {
  Ostreholm: ['2023-08-31', 'resigned'], Ghazelmina: ['2024-09-30', 'resigned'], Kestroy: ['2025-04-30', 'struck-off'], 'Bahía Nublada': ['2025-10-15', 'resigned'],
  // The city and its port became one district, which replaces the city.
  Tekarouba: ['2024-06-30', 'succeeded'],
};
export const RECORDED_LATE = { name: 'Ghazelmina', recorded: '2025-06-30' };
/** Associates that became full members, with the day. */
const PROMOTED = { Masivane: '2024-01-01', Tsarambola: '2025-07-01' };

/** The cities, the members, and the other organisations that govern them. */
export function makeCities() {
  const cities = new Map(CITIES.map(([name, latitude, longitude, region, sounds]) => [name, { name, latitude, longitude, region, sounds }]));
  refuseRealNames([...cities.values()]);
  const members = MEMBERS.map(([name, sort, category, from]) => {
    const [until, ending] = (sort === 'city' && ENDINGS[name]) || ['', ''];
    return { city: cities.get(name), name, sort, category, from, until, ending, promoted: (sort === 'city' && PROMOTED[name]) || '' };
  });
  const governed = new Set(members.map((m) => m.name));
  const prospects = [...cities.values()].filter((c) => !governed.has(c.name)).map((city) => ({ city, name: city.name, sort: 'city' }));
  return { cities: [...cities.values()], members, prospects };
}

/**
 * The other example has about 2,000 real cities with all their names. No invented city may have one of these names or be near one.
 */
function refuseRealNames(cities) {
  const real = readCsv(fileURLToPath(new URL('../../examples/metropolis-2020/register/2017-12-31/real/places.csv', import.meta.url)));
  const names = new Set(real.flatMap((p) => [p.label, ...p.other_names.split('|')]).map((name) => name.toLowerCase()));
  for (const city of cities) {
    if (names.has(city.name.toLowerCase())) throw new Error(`${city.name} is the name of a real city`);
    const near = real.find((p) => kilometres(city, { latitude: +p.latitude, longitude: +p.longitude }) < 25);
    if (near) throw new Error(`${city.name} lies where ${near.label} is`);
  }
}
