// Invented publications with one to three language files each. The first decides the year; a later translation does not count.
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';
import { inOrder } from './governments.mjs';

/** Invented publications per year; with the nine real ones 2020 has 22. */
const PER_YEAR = { 2017: 5, 2018: 6, 2019: 9, 2020: 13, 2021: 3 };
const LAST_BATCH = '2021-03-31';
const THEMES = ['social-cohesion', 'economic-development', 'sustainability', 'gender-equality'];

export function makePublications(world) {
  const { random } = world;
  for (const [year, count] of Object.entries(PER_YEAR)) {
    for (let i = 1; i <= count; i++) {
      const from = random.workingDay(`${year}-01-20`, year === '2021' ? '2021-03-20' : `${year}-12-10`);
      const recorded = batchKnowing(from);
      const code = world.codes.take(`publication-${year}-${String(i).padStart(2, '0')}`);
      const first = random.pick(['en', 'en', 'es', 'fr']);
      const row = { code, ...inOrder(world.titles.take('publication', year), first), public: 'yes', activity: 'publication', part_of: '', state: 'published', role: random.pick(['led', 'co-led']), scope: 'global', mode: '', place: '', from, until: from, source: '' };
      world.add(recorded, 'activities', row);
      world.activities.push({ ...row, recorded, kind: 'publication', year: +year });
      world.add(recorded, 'theme_marks', { record: code, theme: random.pick(THEMES), source: '' });
      writeFiles(world, code, from, first, recorded);
    }
  }
}

function writeFiles(world, publication, from, first, recorded) {
  const { random } = world;
  const languages = [first, ...random.shuffled(['en', 'es', 'fr'].filter((l) => l !== first))].slice(0, random.pick([1, 2, 3, 3]));
  const pages = random.int(3, 28) * 4;
  for (const [i, language] of languages.entries()) {
    // Some translations are published months later, a few of them in another year.
    const day = i === 0 ? from : addDays(from, random.pick([0, 0, random.int(20, 120), random.int(200, 420)]));
    if (day > LAST_BATCH) continue;
    world.add([batchKnowing(day), recorded].sort().pop(), 'language_files', { publication, language, day, address: '', pages, source: '' });
  }
}
