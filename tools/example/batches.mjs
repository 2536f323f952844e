// The folder of the register: rows grouped by recording day, nature and table, then written as files.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCsv, writeCsv } from './csv.mjs';
import { lastDay } from './days.mjs';

export const REGISTER = fileURLToPath(new URL('../../examples/metropolis-2020/register', import.meta.url));

/** The days on which the example's secretariat recorded what had happened since the batch before. */
export const DAYS = ['2017-12-31', '2018-04-30', '2018-12-31', '2019-06-30', '2019-12-31', '2020-06-30', '2020-12-31', '2021-03-31'];
/** Real rows published after the period of the example: until 2022, and until 2025. */
export const LATER_DAYS = ['2022-12-31', '2025-12-31'];

/** The first batch that can know of something that ends on this day (for `2020-11`, on its last day). */
export function batchKnowing(day) {
  const last = lastDay(day);
  const found = [...DAYS, ...LATER_DAYS].find((recorded) => recorded >= last);
  if (!found) throw new Error(`no batch is late enough to know of ${day}`);
  return found;
}

export class Batches {
  constructor(nature) {
    this.nature = nature;
    this.files = new Map();
  }

  /** A new row. */
  add(recorded, table, row) {
    this.file(recorded, table).push({ ...row, nature: this.nature });
  }

  /**
   * Adds a row that revises an earlier one: `change`, `correction` or `removal`. It has all columns, so it goes into a separate file.
   */
  revise(recorded, table, revision, row) {
    this.file(recorded, `revisions/${table}`).push({ ...row, nature: this.nature, revision });
  }

  file(recorded, path) {
    if (![...DAYS, ...LATER_DAYS].includes(recorded)) throw new Error(`no batch of ${recorded}`);
    const key = `${recorded}/${this.nature}/${path}`;
    if (!this.files.has(key)) this.files.set(key, []);
    return this.files.get(key);
  }

  /** Replaces all rows of this nature in the register. */
  write() {
    for (const recorded of [...DAYS, ...LATER_DAYS]) rmSync(join(REGISTER, recorded, this.nature), { recursive: true, force: true });
    for (const [key, rows] of this.files) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const last = ['source', 'nature', 'revision'];
      const ordered = [...columns.filter((c) => !last.includes(c)), ...last.filter((c) => columns.includes(c))];
      writeCsv(join(REGISTER, `${key}.csv`), ordered, rows);
    }
  }
}

/** Every row of the register with its origin: `{recorded, nature, table, row}`, in the order of the batches. */
export function readRegister(natures = ['real', 'illustrative']) {
  const found = [];
  for (const recorded of [...DAYS, ...LATER_DAYS]) {
    for (const nature of natures) {
      const folder = join(REGISTER, recorded, nature);
      if (existsSync(folder)) for (const path of filesBelow(folder)) {
        const table = path.split('/').pop().replace(/\.csv$/, '');
        for (const row of readCsv(path)) found.push({ recorded, nature, table, row });
      }
    }
  }
  return found;
}

/** New rows first, then the revisions of the same batch. */
function filesBelow(folder) {
  const entries = readdirSync(folder).sort().map((name) => join(folder, name));
  const folders = entries.filter((path) => statSync(path).isDirectory());
  return [...entries.filter((path) => path.endsWith('.csv')), ...folders.flatMap(filesBelow)];
}
