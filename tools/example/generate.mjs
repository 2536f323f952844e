// Writes the illustrative rows of the example: `node tools/example/generate.mjs [--seed N]`.
// It reads the committed real rows, invents the others from a seed, writes them, and then counts the written files and
// compares the result with everything published about the network. The same seed gives the same bytes.
import { makeActivities } from './activities.mjs';
import { readRegister } from './batches.mjs';
import { makeChannels } from './channels.mjs';
import { checkConstraints } from './constraints.mjs';
import { makeFunding } from './funding.mjs';
import { makeGovernments } from './governments.mjs';
import { makeKnowledge } from './knowledge.mjs';
import { makeLeaders } from './leaders.mjs';
import { makeParticipations, openParticipations } from './participations.mjs';
import { makePartners } from './partners.mjs';
import { makePublications } from './publications.mjs';
import { makeSecretariat } from './secretariat.mjs';
import { makeStatutory } from './statutory.mjs';
import { makeStudy } from './study.mjs';
import { World } from './world.mjs';

const seed = process.argv.includes('--seed') ? Number(process.argv[process.argv.indexOf('--seed') + 1]) : 2020;
if (!Number.isInteger(seed)) {
  console.error('usage: node tools/example/generate.mjs [--seed N]');
  process.exit(2);
}

const realRows = readRegister(['real']);
const rowsOf = (table) => realRows.filter((r) => r.table === table).map((r) => r.row);
const world = new World(seed, {
  codes: realRows.filter((r) => r.row.code && r.row.revision === undefined).map((r) => r.row.code),
  placeNames: rowsOf('places').flatMap((p) => [p.label, ...p.other_names.split('|')]).filter(Boolean),
  places: rowsOf('places').map((p) => ({ latitude: +p.latitude, longitude: +p.longitude })),
  rowsOf,
});

const governments = makeGovernments(world);
makeLeaders(world, governments);
makeStatutory(world, governments);
makePartners(world, governments);
openParticipations(world, governments);
makeActivities(world, governments);
makePublications(world);
makeParticipations(world, governments);
makeKnowledge(world, governments);
makeStudy(world, governments);
makeSecretariat(world);
makeFunding(world, governments);
makeChannels(world, governments);
world.write();

const results = checkConstraints();
for (const { name, expected, found } of results.filter((r) => !r.met)) {
  console.error(`${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}
console.log(`${results.filter((r) => r.met).length} of ${results.length} constraints met`);
if (results.some((r) => !r.met)) process.exit(1);
