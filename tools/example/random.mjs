// Random numbers from a seed: the same seed gives the same bytes.

export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  /** mulberry32: short, and the same on every machine. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** An integer from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  chance(share) {
    return this.next() < share;
  }
  pick(list) {
    return list[this.int(0, list.length - 1)];
  }
  shuffled(list) {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
  sample(list, n) {
    if (n > list.length) throw new Error(`cannot take ${n} of ${list.length}`);
    return this.shuffled(list).slice(0, n);
  }
  day(from, until) {
    const a = Date.parse(`${from}T00:00:00Z`) / 86400000;
    const b = Date.parse(`${until}T00:00:00Z`) / 86400000;
    return new Date(this.int(a, b) * 86400000).toISOString().slice(0, 10);
  }
  /** A day for meetings and events: Monday to Friday. */
  workingDay(from, until) {
    for (;;) {
      const day = this.day(from, until);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (weekday !== 0 && weekday !== 6) return day;
    }
  }
  /** `n` integers between `low` and `high` whose sum is `total`. */
  parts(total, n, low, high) {
    const parts = Array.from({ length: n }, () => low);
    let rest = total - low * n;
    if (rest < 0 || rest > (high - low) * n) throw new Error(`${total} cannot be ${n} parts of ${low} to ${high}`);
    while (rest > 0) {
      const i = this.int(0, n - 1);
      const step = Math.min(rest, this.int(1, 9), high - parts[i]);
      parts[i] += step;
      rest -= step;
    }
    return parts;
  }
}
