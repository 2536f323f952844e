// Real events, meetings, declarations, campaigns and publications, with the network's role in them.
import { shortSlug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';

const ROLES = { led: 'led', 'co-led': 'co-led', attended: 'took-part', supported: 'supported', 'not stated': '' };
const MODES = { online: 'online', 'in person': 'in-person' };
const BODIES = [
  ['general-assembly', 'assembly', 'General Assembly', 'Asamblea General', 'Assemblée générale'],
  ['board', 'board', 'Board of Directors', 'Consejo de Administración', 'Conseil d’administration'],
  ['executive-committee', 'committee', 'Executive Committee', 'Comité Ejecutivo', 'Comité exécutif'],
  ['presidency', 'presidency', 'Presidency', 'Presidencia', 'Présidence'],
];
const BODY_OF = [[/General Assembly/, 'general-assembly'], [/Board of Directors/, 'board'], [/Executive Committee/, 'executive-committee']];
const REGIONAL = /African|Latin American|UCLG Africa/;
const INTERNAL = /Policy Debate|Strategic Meeting/;
/** The city of a place column that does not contain only a city. */
const CITY = { 'Johannesburg (Gauteng)': ['Johannesburg', 'ZA'], Rabat: ['Rabat', 'MA'], Brussels: ['Brussels', 'BE'], Madrid: ['Madrid', 'ES'], Berlin: ['Berlin', 'DE'], Montevideo: ['Montevideo', 'UY'], 'Barcelona (CIDOB)': ['Barcelona', 'ES'], Barcelona: ['Barcelona', 'ES'], 'Medellín': ['Medellín', 'CO'], Durban: ['Durban', 'ZA'], 'Abu Dhabi': ['Abu Dhabi', 'AE'], Guangzhou: ['Guangzhou', 'CN'] };

export function convertActivities(files, placeOf, batches, codes) {
  for (const [code, body, en, es, fr] of BODIES) batches.add('2017-12-31', 'bodies', { code: codes.take(code), label_en: en, label_es: es, label_fr: fr, public: 'yes', body, source: 'metropolis.org' });
  const numbers = new Map();
  const numbered = (prefix, year) => {
    const number = (numbers.get(prefix + year) ?? 0) + 1;
    numbers.set(prefix + year, number);
    return codes.take(`${prefix}-${year}-${String(number).padStart(3, '0')}`);
  };
  const series = codes.take('series-live-learning-experience');
  for (const row of files.events) {
    if (row.kind === 'statutory') convertMeeting(row, batches, codes);
    else convertEvent(row, series, placeOf, batches, numbered);
  }
  for (const row of files.declarations) convertVoice(row, batches, codes, numbered);
  for (const row of files.publications) convertPublication(row, batches, codes);
}

function convertMeeting(row, batches, codes) {
  const [, body] = BODY_OF.find(([words]) => words.test(row.title));
  const meeting = codes.take(`meeting-${row.start_date}-${body}`);
  const recorded = batchKnowing(row.end_date || row.start_date);
  batches.add(recorded, 'meetings', { code: meeting, label_en: row.title, public: 'yes', body, day: row.start_date, mode: MODES[row.mode], state: 'held', called_on: '', statutes: '', source: row.source });
  if (/extraordinary and ordinary/.test(row.title)) {
    for (const session of ['extraordinary', 'ordinary']) batches.add(recorded, 'sessions', { meeting, session, quorum: '', source: row.source });
  }
}

function convertEvent(row, series, placeOf, batches, numbered) {
  const kind = row.kind === 'series' ? 'series' : row.kind !== 'learning' ? 'event' : row.title.startsWith('Live Learning') ? 'session' : 'learning';
  const year = row.start_date.slice(0, 4);
  const wholeSeries = kind === 'series' && row.title.startsWith('Live Learning');
  const postponed = row.note.includes('POSTPONED');
  const recorded = batchKnowing(row.end_date || row.start_date);
  // The series is recorded with its first session; its end and its numbers were recorded later.
  const firstRecorded = wholeSeries ? '2020-06-30' : recorded;
  const code = wholeSeries ? series : numbered(kind, year);
  const city = CITY[row.place];
  const activity = {
    code, label_en: row.title, public: 'yes', activity: kind, part_of: kind === 'session' ? series : '', state: postponed ? 'postponed' : 'held', role: ROLES[row.metropolis_role],
    scope: INTERNAL.test(row.title) ? 'internal' : REGIONAL.test(row.title + row.partners) ? 'regional' : 'global', mode: MODES[row.mode], place: city ? placeOf(...city) : '',
    from: row.start_date, until: row.end_date, summary_en: [row.partners && `With ${row.partners}.`, row.attendance_stated && `Attendance stated: ${row.attendance_stated}.`, row.note].filter(Boolean).join(' '), address: row.source, source: row.source,
  };
  if (wholeSeries) {
    batches.add(firstRecorded, 'activities', { ...activity, state: 'under-way', until: '', summary_en: `With ${row.partners}.` });
    batches.revise(recorded, 'activities', 'change', activity);
    for (const gender of ['woman', 'man']) batches.add(recorded, 'head_counts', { activity: code, count: 'present', gender, people: 128, designated: 'no', source: `${row.source} (speakers)` });
  } else batches.add(recorded, 'activities', activity);
  const registered = row.attendance_stated.match(/^(\d+) registered/);
  if (registered) batches.add(recorded, 'head_counts', { activity: code, count: 'registered', gender: 'not-stated', people: registered[1], designated: 'no', source: row.source });
}

const CALL = 'call-rethink-metropolitan-spaces';
/** The last day of campaigns whose page gives one. A campaign with a single day lasted that day. */
const UNTIL = { 'Metropolitan Day 2018': '2018-10-07', 'World Metropolitan Day 2019': '2019-10', 'World Metropolitan Day 2020': '2020-10-07', 'International Women\'s Day 2021 message': '2021-03-08' };

function convertVoice(row, batches, codes, numbered) {
  const kind = row.kind.startsWith('declaration') ? 'declaration' : row.kind.startsWith('call') ? 'call' : 'campaign';
  const code = kind === 'call' ? codes.take(CALL) : numbered(kind, row.date.slice(0, 4));
  const until = UNTIL[row.name] ?? (kind === 'declaration' ? row.date : '');
  const recorded = batchKnowing(row.date);
  batches.add(recorded, 'activities', {
    code, label_en: row.name, public: 'yes', activity: kind, part_of: '', state: kind === 'declaration' ? 'published' : until ? 'held' : 'under-way', role: ROLES[row.metropolis_role], scope: 'global', mode: '', place: '',
    from: row.date, until, summary_en: [row.issuer && `By ${row.issuer}.`, row.signatories_or_supporters, row.note].filter(Boolean).join(' '), address: row.source, source: row.source,
  });
  if (kind === 'call') convertEndorsers(code, recorded, row.source, batches, codes);
}

const STARTERS = ['org-berlin', 'org-barcelona-metropolitan-area', 'org-gauteng', 'org-guangzhou', 'org-montevideo', 'org-montreal'];
const ENTITIES = [['PEMB', 'association'], ['Chicago Council on Global Affairs', 'other'], ['Global and Local', 'other'], ['KlipSa', 'other'], ['Institut Paris Region', 'agency'], ['SmartURBuild', 'other']];

function convertEndorsers(activity, recorded, source, batches, codes) {
  const endorsed = (organisation, day) => batches.add(recorded, 'participations', { activity, organisation, person: '', role: 'endorsed', day, source });
  for (const organisation of STARTERS) endorsed(organisation, '2020-05');
  endorsed('org-bogota', '2020-06');
  for (const [label, level] of ENTITIES) {
    const code = codes.take(`org-${shortSlug(label)}`);
    batches.add(recorded, 'organisations', { code, label, public: 'yes', level, place: '', source });
    endorsed(code, '2020-06');
  }
}

const THEMES = [[/gender/, 'gender-equality'], [/economic development/, 'economic-development'], [/SDG/, 'sustainability']];

function convertPublication(row, batches, codes) {
  const code = codes.take(`publication-${shortSlug(row.title)}`);
  const recorded = batchKnowing(row.date);
  batches.add(recorded, 'activities', {
    code, label: row.title, public: 'yes', activity: 'publication', part_of: '', state: 'published', role: '', scope: 'global', mode: '', place: '', from: row.date, until: row.date,
    summary_en: [row.type, row.authors_or_issuer, row.note].filter(Boolean).join('; '), address: row.source, source: row.source,
  });
  for (const language of row.languages.toLowerCase().split('/').map((l) => l || 'und')) {
    batches.add(recorded, 'language_files', { publication: code, language, day: row.date, address: row.source, pages: '', source: row.source });
  }
  for (const [words, theme] of THEMES) if (words.test(row.topics)) batches.add(recorded, 'theme_marks', { record: code, theme, source: row.source });
}

