// What the parts of the generator share: random numbers, names, codes, batches, and records that are written at their first use.
import { Batches } from './batches.mjs';
import { Codes, slug } from './codes.mjs';
import { Land } from './land.mjs';
import { CityNames, PeopleNames } from './names.mjs';
import { Random } from './random.mjs';

export class World {
  constructor(seed, real) {
    this.random = new Random(seed);
    this.real = real;
    this.codes = new Codes(real.codes);
    this.batches = new Batches('illustrative');
    this.cityNames = new CityNames(this.random, real.placeNames);
    this.peopleNames = new PeopleNames(this.random);
    this.land = new Land(this.random, real.places);
    this.waiting = new Map();
  }

  /** A record that is written into the first batch that refers to it. */
  record(table, row) {
    const code = this.codes.take(row.code);
    this.waiting.set(code, { table, row, recorded: null });
    return code;
  }

  add(recorded, table, row) {
    this.speakOf(row, recorded);
    this.batches.add(recorded, table, row);
    return row;
  }

  revise(recorded, table, revision, row) {
    this.speakOf(row, recorded);
    this.batches.revise(recorded, table, revision, row);
  }

  /** Writes a pending record into this batch or an earlier one, with everything it refers to. */
  speakOf(row, recorded) {
    for (const [column, value] of Object.entries(row)) {
      const found = column !== 'code' && this.waiting.get(value);
      if (!found || (found.recorded && found.recorded <= recorded)) continue;
      found.recorded = recorded;
      this.speakOf(found.row, recorded);
    }
  }

  write() {
    for (const { table, row, recorded } of this.waiting.values()) {
      if (recorded) this.batches.add(recorded, table, row);
    }
    this.batches.write();
  }

  city(region) {
    const name = this.cityNames.take(region);
    const { latitude, longitude } = this.land.take(region);
    const code = this.record('places', {
      code: `place-${slug(name)}`, label: name, public: 'yes', country: '', latitude, longitude, population: this.random.int(22, 900) * 10000, zone: '', other_names: '', source: '',
    });
    return { name, code, region };
  }

  /** A person. Leaders of governments are public, others are not. */
  person(gender, region, isPublic = false) {
    const known = gender === 'not-stated' ? '' : isPublic ? 'public-source' : this.random.pick(['said-so', 'said-so', 'partner-count']);
    const code = this.record('people', { code: this.personCode(), label: this.peopleNames.take(gender, region), public: isPublic ? 'yes' : 'no', gender, gender_known_by: known, source: '' });
    return { code, gender };
  }

  personCode() {
    const letters = '23456789abcdefghjkmnpqrstuvwxyz';
    for (;;) {
      const code = `p-${Array.from({ length: 6 }, () => this.random.pick([...letters])).join('')}`;
      if (!this.codes.taken.has(code)) return code;
    }
  }

  organisation(row) {
    return this.record('organisations', { public: 'yes', place: '', address: '', source: '', ...row });
  }
}
