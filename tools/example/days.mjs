// Days in the register's format: `2020-12-31`, `2020-12`, `2020`, and ranges `../2018`, `2015/..`, `2015/2018`.

const LONG_AGO = '0001-01-01';
const NEVER = '9999-12-31';

/** The first day that a written day may be; for a range its first. */
export function firstDay(written) {
  if (written.includes('/')) {
    const [from] = written.split('/');
    return from === '..' ? LONG_AGO : firstDay(from);
  }
  return written.length === 4 ? `${written}-01-01` : written.length === 7 ? `${written}-01` : written;
}

/** The last day that a written day may be; for a range its last. */
export function lastDay(written) {
  if (written.includes('/')) {
    const [, until] = written.split('/');
    return until === '..' ? NEVER : lastDay(until);
  }
  if (written.length === 4) return `${written}-12-31`;
  if (written.length === 7) return new Date(Date.UTC(+written.slice(0, 4), +written.slice(5), 0)).toISOString().slice(0, 10);
  return written;
}

/** Whether a day is certainly between two days, both included. */
export function surelyWithin(written, from, until) {
  return written !== '' && firstDay(written) >= from && lastDay(written) <= until;
}

/** Whether a span certainly includes a day: it has begun by then, and has not ended before. */
export function surelyOn(row, day, from = 'from', until = 'until') {
  return row[from] !== '' && row[from] !== undefined && lastDay(row[from]) <= day && (!row[until] || firstDay(row[until]) >= day);
}

/** Whether a span certainly overlaps a period. */
export function surelyOverlaps(row, from, until) {
  return !!row.from && lastDay(row.from) <= until && (!row.until || firstDay(row.until) >= from);
}

export function addDays(day, n) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}
