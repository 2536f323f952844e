// The secretariat: professionals and interns, with posts whose holders change.
import { inOrder } from './governments.mjs';
import { writeMandate } from './leaders.mjs';

const OFFICE = 'org-secretariat';
/** The post, its holder at the end of 2020, since when, and the holder before. */
const POSTS = [
  ['Secretary General', 'Secretaría General', 'Secrétariat général', 'man', '2016-01-04'],
  ['Head of membership', 'Dirección de membresía', 'Direction des membres', 'woman', '2015-09-01'],
  ['Head of policy', 'Dirección de políticas', 'Direction des politiques', 'woman', '2018-03-01', 'man', '2012-05-02'],
  ['Finance officer', 'Responsable de finanzas', 'Responsable des finances', 'man', '2013-02-01'],
  ['Events officer', 'Responsable de eventos', 'Responsable des événements', 'woman', '2017-05-02'],
  ['Communications officer', 'Responsable de comunicación', 'Responsable de communication', 'woman', '2019-01-07', 'woman', '2014-10-01'],
  ['Editor', 'Edición', 'Édition', 'man', '2017-09-01'],
  ['Officer for Africa', 'Responsable para África', 'Responsable pour l’Afrique', 'woman', '2018-10-01', 'man', '2015-01-05'],
  ['Officer for Asia and the Pacific', 'Responsable para Asia y el Pacífico', 'Responsable pour l’Asie et le Pacifique', 'man', '2016-06-01'],
  ['Officer for the Americas', 'Responsable para las Américas', 'Responsable pour les Amériques', 'man', '2019-09-02', 'woman', '2013-03-01'],
  ['Officer for Europe', 'Responsable para Europa', 'Responsable pour l’Europe', 'woman', '2020-02-03', 'woman', '2016-02-01'],
  ['Learning officer', 'Responsable de aprendizaje', 'Responsable de formation', 'woman', '2018-01-08'],
  ['Officer for gender equality', 'Responsable de igualdad de género', 'Responsable de l’égalité de genre', 'woman', '2017-03-01'],
  ['Officer for the study', 'Responsable del estudio', 'Responsable de l’étude', 'man', '2019-03-04'],
  ['Editor of use', 'Edición de use', 'Édition de use', 'woman', '2020-09-01', 'man', '2015-04-01'],
  ['Administrator of systems', 'Administración de sistemas', 'Administration des systèmes', 'man', '2018-06-01'],
];
const INTERNS = [
  [['woman', '2017-02-01', '2017-07-31'], ['man', '2018-02-01', '2018-07-31'], ['woman', '2019-09-02', '2020-01-31'], ['woman', '2020-02-10', '2020-07-31'], ['man', '2020-09-07', '2021-02-26']],
  [['man', '2017-09-04', '2018-02-28'], ['woman', '2019-02-04', '2019-07-31'], ['woman', '2020-01-13', '2020-06-30'], ['woman', '2020-09-14', '2021-03-12']],
  [['woman', '2018-09-03', '2019-02-28'], ['man', '2020-03-02', '2020-08-31'], ['woman', '2020-10-05', '']],
];
const FIRST_BATCH = '2017-12-31';

export function makeSecretariat(world) {
  world.organisation({ code: OFFICE, ...inOrder({ label_en: 'General Secretariat', label_es: 'Secretaría General', label_fr: 'Secrétariat général' }, 'es'), level: 'other' });
  for (const [i, [en, es, fr, gender, since, beforeGender, beforeSince]] of POSTS.entries()) {
    const mandates = [[gender, since, '']];
    if (beforeGender) mandates.unshift([beforeGender, beforeSince, dayBefore(since)]);
    writePost(world, `professional-${String(i + 1).padStart(2, '0')}`, [en, es, fr], 'professional', mandates);
  }
  for (const [i, mandates] of INTERNS.entries()) writePost(world, `intern-${i + 1}`, [`Internship ${i + 1}`, `Prácticas ${i + 1}`, `Stage ${i + 1}`], 'intern', mandates);
}

function writePost(world, code, [en, es, fr], post, mandates) {
  const record = world.record('posts', { code, ...inOrder({ label_en: en, label_es: es, label_fr: fr }, 'es'), public: 'yes', post, organisation: OFFICE, body: '', from: mandates[0][1], until: '', source: '' });
  for (const [gender, from, until] of mandates) {
    writeMandate(world, record, { holder: 'person', person: world.person(gender), from, until, way: 'appointed' }, FIRST_BATCH);
  }
}

function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86400000).toISOString().slice(0, 10);
}
