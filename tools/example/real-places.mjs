// Cities (GeoNames), metropolitan areas and their indicators (UN WUP 2018, Nangini et al. 2019, Eurostat Urban Audit).
import { slug } from './codes.mjs';

const PLACES_RECORDED = '2017-12-31';

/** Removes characters that the register does not allow, which come from names read in a wrong encoding. */
const withoutControls = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');

export function convertPlaces(places, batches, codes) {
  const byName = new Map();
  for (const place of places) {
    const plain = `place-${slug(place.name) || place.geonameid}-${slug(place.iso2)}`;
    const code = codes.take(plain, `${plain}-${place.geonameid}`);
    batches.add(PLACES_RECORDED, 'places', {
      code, label: place.name, public: 'yes', country: place.iso2, latitude: place.lat, longitude: place.lon,
      population: place.population, zone: place.timezone, other_names: withoutControls(place.other_names), source: `GeoNames ${place.geonameid}`,
    });
    const key = `${place.name}|${place.iso2}`;
    byName.set(key, [...(byName.get(key) ?? []), code]);
  }
  // A name means a place only if the country has one place of that name.
  return (name, country) => {
    const found = byName.get(`${name}|${country}`) ?? [];
    return found.length === 1 ? found[0] : '';
  };
}

/** For each source: its name for areas, the first batch that has it, and the meaning of its values. */
const SOURCES = [
  { starts: 'UN DESA', suffix: '', recorded: () => '2018-12-31' },
  { starts: 'Eurostat', suffix: '-urban-audit', recorded: (year) => (year >= '2018' ? '2020-06-30' : '2019-06-30') },
  { starts: 'Nangini', suffix: '-nangini', recorded: () => '2019-06-30' },
];

const TOPICS = [
  [/^population/i, 'population'], [/household/i, 'population'], [/temperature|sunshine|degree days|altitude/i, 'climate'],
  [/GHG/i, 'emissions'], [/land \(%\)|built-up|city area/i, 'land use'], [/congestion|travel time/i, 'mobility'],
  [/price|GDP|index/i, 'economy'], [/connected to/i, 'services'],
];

/** Eurostat's columns have a variable instead of a unit; the unit is in the title of the variable. */
function unitOf(row) {
  if (!row.unit.startsWith('see ')) return row.unit;
  if (/degrees/.test(row.indicator)) return 'degrees';
  if (/hours/.test(row.indicator)) return 'hours per day';
  return '%';
}

export function convertIndicators(rows, placeOf, batches, codes) {
  const areas = new Map();
  const indicators = new Map();
  const seen = new Map();
  for (const row of rows) {
    const source = SOURCES.find((s) => row.source.startsWith(s.starts));
    const recorded = source.recorded(row.year);
    const area = areaOf(row, source, areas, placeOf, batches, codes);
    const indicator = indicatorOf(row, source, indicators, batches, codes);
    const boundary = row.note === 'city' ? 'city' : '';
    const key = [area, indicator, row.year, boundary].join('|');
    const serial = (seen.get(key) ?? 0) + 1;
    seen.set(key, serial);
    batches.add(recorded, 'observations', {
      area, indicator, day: row.year, value: row.value, unit: unitOf(row), boundary, edition: '',
      note: boundary ? '' : row.note, serial: serial > 1 ? serial : '', source: row.source,
    });
  }
  return areas;
}

function areaOf(row, source, areas, placeOf, batches, codes) {
  const key = row.metro_code || `${source.suffix}|${row.metro}|${row.country_iso2}`;
  if (areas.has(key)) return areas.get(key).code;
  const plain = `area-${slug(row.metro)}-${slug(row.country_iso2)}${source.suffix}`;
  const code = codes.take(plain, `${plain}-${slug(row.metro_code)}`);
  // An area is recorded with the first values of its source, whatever their year.
  const recorded = source.recorded('');
  areas.set(key, { code, name: row.metro, country: row.country_iso2, source });
  batches.add(recorded, 'areas', {
    code, label: row.metro, public: 'yes', place: placeOf(row.metro, row.country_iso2), country: row.country_iso2, identifier: row.metro_code, source: row.source,
  });
  return code;
}

function indicatorOf(row, source, indicators, batches, codes) {
  if (!indicators.has(row.indicator)) {
    const code = codes.take(`indicator-${slug(row.indicator)}`);
    indicators.set(row.indicator, code);
    const topic = TOPICS.find(([words]) => words.test(row.indicator));
    batches.add(source.recorded(''), 'indicators', {
      code, label_en: row.indicator, public: 'yes', topic: topic ? topic[1] : '', unit: unitOf(row),
      source: row.unit.startsWith('see ') ? `${row.source}, variable ${row.unit.slice(4)}` : row.source,
    });
  }
  return indicators.get(row.indicator);
}
