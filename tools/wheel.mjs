// Packs a folder as a Python wheel: a zip with RECORD, the list of its files with their hashes.
//   node tools/wheel.mjs FOLDER WHEEL [LEVEL]
// The same files give the same wheel: entries are sorted, and all carry the earliest time that a zip can hold.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, wheel, level = "9"] = process.argv.slice(2);

const files = readdirSync(folder, { recursive: true }).sort().flatMap((name) => {
  const about = statSync(join(folder, name));
  return about.isFile() ? [{ name, runs: (about.mode & 0o111) !== 0, data: readFileSync(join(folder, name)) }] : [];
});
// RECORD lists itself without a hash, and comes last
const record = files.find((file) => file.name.endsWith(".dist-info/WHEEL")).name.replace(/WHEEL$/, "RECORD");
const hash = (data) => createHash("sha256").update(data).digest("base64url");
const lines = files.map(({ name, data }) => `${name},sha256=${hash(data)},${data.length}\n`);
files.push({ name: record, runs: false, data: Buffer.from(`${lines.join("")}${record},,\n`) });
writeFileSync(wheel, zip(files));

// The format is PKWARE's APPNOTE.TXT: each file behind a header, then the directory, then where the directory is.
function zip(files) {
  const parts = [], directory = [];
  let offset = 0;
  for (const { name, runs, data } of files) {
    // gzip is a header of 10 bytes, the deflated data, its CRC-32 and its length
    const packed = gzipSync(data, { level: Number(level) });
    const body = packed.subarray(10, -8), crc = packed.readUInt32LE(packed.length - 8);
    const [version, deflated, midnight, firstOfJanuary1980] = [20, 8, 0, 0x21];
    const about = Buffer.concat([
      ...[version, 0, deflated, midnight, firstOfJanuary1980].map(short),
      ...[crc, body.length, data.length].map(long),
      ...[name.length, 0].map(short),
    ]);
    const unix = (3 << 8) | version, mode = runs ? 0o100755 : 0o100644;
    directory.push(long(0x02014b50), short(unix), about, ...[0, 0, 0].map(short), long(mode * 0x10000), long(offset), Buffer.from(name));
    const entry = Buffer.concat([long(0x04034b50), about, Buffer.from(name), body]);
    parts.push(entry);
    offset += entry.length;
  }
  const entries = Buffer.concat(directory);
  const end = [long(0x06054b50), ...[0, 0, files.length, files.length].map(short), long(entries.length), long(offset), short(0)];
  return Buffer.concat([...parts, entries, ...end]);
}

function short(number) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number);
  return bytes;
}

function long(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
