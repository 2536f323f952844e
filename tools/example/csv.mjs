// Reads and writes comma-separated values (RFC 4180, UTF-8, \n).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The rows of a file as objects, keyed by the names in its first line. Cells stay text: `NA` is Namibia, `0045` keeps its zeros.
 */
export function readCsv(path) {
  const [head, ...lines] = cells(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

/** Writes rows with these columns. A missing value is an empty cell. */
export function writeCsv(path, columns, rows) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, csvText(columns, rows));
}

/** The text that `writeCsv` writes. */
export function csvText(columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
  return lines.map((line) => line.map(quoted).join(',') + '\n').join('');
}

function quoted(value) {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cells(text) {
  const lines = [];
  let line = [];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inQuotes) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i++; }
      else inQuotes = false;
    } else if (c === '"') inQuotes = true;
    else if (c === ',') { line.push(cell); cell = ''; }
    else if (c === '\n') { line.push(cell); lines.push(line); line = []; cell = ''; }
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || line.length > 0) { line.push(cell); lines.push(line); }
  return lines;
}
