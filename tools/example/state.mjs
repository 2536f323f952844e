// The register as known on a day: the written files applied batch by batch, with revisions.
import { readRegister } from './batches.mjs';

/** The natural key of each table of facts. Records are identified by their code. */
const KEYS = {
  placements: ['organisation', 'from'], memberships: ['organisation', 'from'], categories: ['organisation', 'from'], area_governments: ['organisation', 'area', 'from'], standings: ['organisation', 'year'],
  mandates: ['post', 'from', 'person'], elections: ['organisation', 'day'], theme_marks: ['record', 'theme'], goal_marks: ['record', 'goal'],
  participations: ['activity', 'organisation', 'person', 'role', 'day'], head_counts: ['activity', 'count', 'gender'], language_files: ['publication', 'language'],
  partnerships: ['organisation', 'from'], signatures: ['agreement', 'organisation'], income: ['line'], sessions: ['meeting', 'session'], attendances: ['meeting', 'organisation', 'seat'],
  expert_profiles: ['person', 'platform', 'from'], observations: ['area', 'indicator', 'day', 'boundary', 'edition', 'serial'], mentions: ['carrier', 'day', 'subject'], readings: ['channel', 'day'],
};

export class State {
  constructor(known = '9999-12-31', register = readRegister()) {
    this.tables = new Map();
    this.said = new Set();
    for (const { recorded, table, row } of register) {
      if (recorded <= known) this.apply(table, row, recorded);
    }
  }

  apply(table, row, recorded) {
    const rows = this.table(table);
    const key = (KEYS[table] ?? ['code']).map((column) => row[column] ?? '').join('|');
    // An import refuses a batch with two rows for one key.
    const place = `${recorded} ${table} ${key}`;
    if (this.said.has(place)) throw new Error(`${place}: twice in one batch`);
    this.said.add(place);
    const revises = row.revision !== undefined && row.revision !== '';
    if (revises !== rows.has(key)) throw new Error(`${recorded} ${table} ${key}: ${revises ? 'nothing to revise' : 'stands already'}`);
    if (row.revision === 'removal') rows.delete(key);
    else rows.set(key, { ...rows.get(key), ...row });
  }

  table(name) {
    if (!this.tables.has(name)) this.tables.set(name, new Map());
    return this.tables.get(name);
  }

  rows(name) {
    return [...this.table(name).values()];
  }

  find(name, code) {
    return this.table(name).get(code);
  }
}
