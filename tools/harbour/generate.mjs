// Writes the register of the harbour cities and the numbers its page must show:
// `node tools/harbour/generate.mjs [--check]`.
// All of it is invented from a seed, the same bytes every time. `--check` writes nothing and reports whether the files are the same.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeActivities } from './activities.mjs';
import { expected } from './expected.mjs';
import { makeMembers } from './members.mjs';
import { makeMoney } from './money.mjs';
import { makeParticipations } from './participations.mjs';
import { Register } from './register.mjs';
import { makeStatutory } from './statutory.mjs';
import { makeBerths, makeChannels, makePartners } from './voice.mjs';

const FOLDER = fileURLToPath(new URL('../../examples/harbour-cities', import.meta.url));
const SEED = 40;
/** The only parts of the folder that are written here. */
const WRITTEN = ['register', 'expected'];

const register = new Register(SEED);
const governments = makeMembers(register);
const made = makeActivities(register, governments.members);
makeParticipations(register, made, governments);
makeStatutory(register, governments.members, made.quiet);
makeMoney(register, governments.members, makePartners(register));
makeChannels(register, made.activities);
makeBerths(register, governments);

const files = new Map([...register.files()].map(([path, text]) => [`register/${path}`, text]));
for (const [name, text] of expected(register)) files.set(`expected/${name}`, text);

const there = WRITTEN.flatMap((folder) => filesBelow(folder));
if (process.argv.includes('--check')) {
  const wrong = [...new Set([...there, ...files.keys()])].filter((path) => !there.includes(path) || readFileSync(join(FOLDER, path), 'utf8') !== files.get(path)).sort();
  for (const path of wrong) console.error(`${path} is not what would be written`);
  console.log(`${files.size - wrong.filter((path) => files.has(path)).length} of ${files.size} files are as they would be written`);
  process.exit(wrong.length ? 1 : 0);
}
for (const folder of WRITTEN) rmSync(join(FOLDER, folder), { recursive: true, force: true });
for (const [path, text] of files) {
  mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
}
console.log(`${files.size} files written`);

function filesBelow(folder) {
  if (!existsSync(join(FOLDER, folder))) return [];
  return readdirSync(join(FOLDER, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
