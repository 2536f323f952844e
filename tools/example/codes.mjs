// Readable codes: lowercase a-z, 0-9 and '-', unique over all kinds of records.

export function slug(text) {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ı', 'i').replaceAll('ø', 'o').replaceAll('đ', 'd').replaceAll('æ', 'ae').replaceAll('ə', 'e');
  return plain.replace(/['’‘ʻʼ`]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** A code cut at a word boundary, so that codes of long titles stay readable. */
export function shortSlug(text, length = 60) {
  const whole = slug(text);
  return whole.length <= length ? whole : whole.slice(0, length + 1).replace(/-[^-]*$/, '');
}

/** Gives each code once. If a code is taken, the fallback is used. */
export class Codes {
  constructor(taken = []) {
    this.taken = new Set(taken);
  }
  take(code, fallback = null) {
    if (this.taken.has(code)) {
      if (fallback === null) throw new Error(`the code ${code} is taken`);
      return this.take(fallback);
    }
    this.taken.add(code);
    return code;
  }
}
