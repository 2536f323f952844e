// Builds the register: rows by recording day, records that are written at their first use, and the files.
import { Codes, slug } from '../example/codes.mjs';
import { csvText } from '../example/csv.mjs';
import { lastDay } from '../example/days.mjs';
import { PeopleNames } from '../example/names.mjs';
import { Random } from '../example/random.mjs';
import { State } from '../example/state.mjs';

/** The days on which the secretariat recorded what had happened since the batch before. */
export const DAYS = ['2023-12-31', '2024-12-31', '2025-06-30', '2025-12-31'];
export const LAST_DAY = DAYS.at(-1);
/** The years with a page. */
export const YEARS = [2023, 2024, 2025];

/** The first batch that can know of something on this day (for `2024-11`, on its last day). */
export function batchKnowing(day) {
  const found = DAYS.find((recorded) => recorded >= lastDay(day));
  if (!found) throw new Error(`no batch is late enough to know of ${day}`);
  return found;
}

/** A label in English and French, the original first. */
export function named(en, fr, original = 'en') {
  return { label_en: en, label_fr: fr, original };
}

const LETTERS = [...'23456789abcdefghjkmnpqrstuvwxyz'];

export class Register {
  constructor(seed) {
    this.random = new Random(seed);
    this.codes = new Codes();
    this.people = new PeopleNames(this.random);
    this.entries = [];
    this.waiting = new Map();
  }

  /** A record that is written into the first batch that refers to it. Returns its code. */
  record(table, row) {
    this.waiting.set(this.codes.take(row.code), { table, row: { public: 'yes', ...row }, recorded: null });
    return row.code;
  }

  /** A new row. */
  add(recorded, table, row) {
    this.write(recorded, table, row);
  }

  /** A row that revises an earlier one: `change`, `correction` or `removal`. It has all columns. */
  revise(recorded, table, revision, row) {
    this.write(recorded, table, { ...row, revision });
  }

  /**
   * Writes something lasting without an end, and closes it in the batch that knows its end. `open` has values that differ until then.
   */
  lasting(table, row, open = {}, recorded = batchKnowing(row.from)) {
    const end = row.until && [batchKnowing(row.until), recorded].sort().pop();
    if (!end || end === recorded) return this.add(recorded, table, row);
    this.add(recorded, table, { ...row, until: '', ...open });
    this.revise(end, table, 'change', row);
  }

  write(recorded, table, row) {
    if (!DAYS.includes(recorded)) throw new Error(`no batch of ${recorded}`);
    this.speakOf(row, recorded);
    this.entries.push({ recorded, table, row: { ...row, nature: 'illustrative' } });
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

  /** A person with an invented name. Leaders of governments are public, others are not. */
  person(gender, sounds, isPublic = false) {
    const known = gender === 'not-stated' ? '' : isPublic ? 'public-source' : this.random.pick(['said-so', 'said-so', 'partner-count']);
    const code = `p-${Array.from({ length: 6 }, () => this.random.pick(LETTERS)).join('')}`;
    return this.record('people', { code, label: this.people.take(gender, sounds), public: isPublic ? 'yes' : 'no', gender, gender_known_by: known });
  }

  organisation(label, fields) {
    const name = label.label ?? label.label_en;
    return this.record('organisations', { code: `org-${slug(name)}`, ...label, ...fields });
  }

  /** Every row with its day, in the order of the batches, new rows before revisions. */
  rows() {
    const records = [...this.waiting.values()].filter((w) => w.recorded).map(({ recorded, table, row }) => ({ recorded, table, row: { ...row, nature: 'illustrative' } }));
    const order = ({ recorded, row }) => `${recorded}${row.revision ? 1 : 0}`;
    return [...records, ...this.entries].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  }

  /** The register as known on a day. */
  known(day = LAST_DAY) {
    return new State(day, this.rows());
  }

  /** The text of each file, by its path below `register/`. */
  files() {
    const files = new Map();
    for (const { recorded, table, row } of this.rows()) {
      const path = `${recorded}/${row.revision ? 'revisions/' : ''}${table}.csv`;
      if (!files.has(path)) files.set(path, []);
      files.get(path).push(row);
    }
    const last = ['nature', 'revision'];
    return new Map([...files].map(([path, rows]) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return [path, csvText([...columns.filter((c) => !last.includes(c)), ...last.filter((c) => columns.includes(c))], rows)];
    }));
  }
}
