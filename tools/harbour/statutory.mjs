// The Board, the Assembly of every year, and the secretariat.
import { addDays } from '../example/days.mjs';
import { membersOn } from './members.mjs';
import { YEARS, DAYS, batchKnowing, named } from './register.mjs';

const SEATS = 11;
const ELECTED = '2022-05-19';
/** Day, format, and number of seats taken. */
const BOARDS = [['2023-03-14', 'online', 9], ['2023-10-19', 'in-person', 8], ['2024-03-12', 'online', 10], ['2024-10-17', 'in-person', 8], ['2025-03-11', 'online', 9], ['2025-10-16', 'hybrid', 10]];
/** Day, and number of members present or represented. */
const ASSEMBLIES = [['2023-05-25', 24], ['2024-05-23', 26], ['2025-05-22', 28]];
const OFFICE = [
  ['Secretary General', 'Secrétariat général', [['woman', '2019-09-01', '']]], ['Harbour programmes', 'Programmes portuaires', [['man', '2020-02-03', '']]],
  ['Members and dues', 'Membres et cotisations', [['man', '2019-11-04', '2024-08-30'], ['woman', '2024-09-02', '']]], ['Learning and publications', 'Formation et publications', [['woman', '2021-01-11', '']]],
  ['Communication', 'Communication', [['not-stated', '2023-04-03', '']]],
];
const INTERNSHIP = [['woman', '2023-09-04', '2024-01-31'], ['man', '2024-09-02', '2025-02-28'], ['woman', '2025-03-03', '2025-08-29'], ['man', '2025-09-01', '']];

export function makeStatutory(register, members, quiet) {
  register.add(DAYS[0], 'bodies', { code: 'general-assembly', ...named('General Assembly', 'Assemblée générale'), public: 'yes', body: 'assembly' });
  register.add(DAYS[0], 'bodies', { code: 'board', ...named('Board of Directors', 'Conseil d’administration'), public: 'yes', body: 'board' });
  const loud = members.filter((m) => !YEARS.some((year) => quiet[year].includes(m)));
  const seats = makeSeats(register, loud);
  for (const [day, mode, taken] of BOARDS) holdBoard(register, seats, day, mode, taken);
  // one meeting was called off because of a storm, and has no attendance
  register.add('2024-12-31', 'meetings', { code: 'meeting-2024-12-10-board', ...named('Board of Directors, December 2024', 'Conseil d’administration, décembre 2024'), public: 'yes', body: 'board', day: '2024-12-10', mode: 'in-person', state: 'cancelled', called_on: '2024-11-15' });
  for (const [day, there] of ASSEMBLIES) holdAssembly(register, membersOn(members, day), quiet[day.slice(0, 4)], day, there);
  makeSecretariat(register);
}

function makeSeats(register, members) {
  const electable = members.filter((m) => m.from < '2022' && !m.ending && m.sort === 'city');
  return register.random.sample(electable, SEATS).map((m, i) => {
    const post = register.record('posts', { code: `seat-${String(i + 1).padStart(2, '0')}`, ...named(`Board seat, ${m.name}`, `Siège au Conseil, ${m.name}`), post: 'seat', organisation: m.code, body: 'board', from: ELECTED, until: '' });
    // the seat belongs to the member and passes to its next leader
    for (const held of m.mandates.filter((it) => !it.until || it.until >= ELECTED)) {
      const from = [held.from, ELECTED].sort().pop();
      register.lasting('mandates', { ...held, post, from, way: '' });
    }
    return { post, organisation: m.code };
  });
}

function holdBoard(register, seats, day, mode, taken) {
  const { random } = register;
  const year = day.slice(0, 4);
  const [en, fr] = +day.slice(5, 7) < 6 ? ['March', 'mars'] : ['October', 'octobre'];
  const meeting = `meeting-${day}-board`;
  register.add(batchKnowing(day), 'meetings', { code: meeting, ...named(`Board of Directors, ${en} ${year}`, `Conseil d’administration, ${fr} ${year}`), public: 'yes', body: 'board', day, mode, state: 'held', called_on: addDays(day, -random.int(21, 30)) });
  const order = random.shuffled(seats);
  for (const [i, { post, organisation }] of order.entries()) {
    const attendance = i < taken - 2 ? 'present' : i < taken ? 'represented' : random.pick(['excused', 'absent']);
    register.add(batchKnowing(day), 'attendances', { meeting, organisation, seat: post, attendance, represented_by: attendance === 'represented' ? order[0].organisation : '' });
  }
}

/** Every member on that day is entitled to attend; full members vote. */
function holdAssembly(register, entitled, quiet, day, there) {
  const { random } = register;
  const year = day.slice(0, 4);
  const meeting = `meeting-${day}-assembly`;
  register.add(batchKnowing(day), 'meetings', { code: meeting, ...named(`General Assembly ${year}`, `Assemblée générale ${year}`), public: 'yes', body: 'general-assembly', day, mode: 'hybrid', state: 'held', called_on: addDays(day, -45) });
  register.add(batchKnowing(day), 'sessions', { meeting, session: 'ordinary', quorum: '' });
  const order = [...random.shuffled(entitled.filter((m) => !quiet.includes(m))), ...entitled.filter((m) => quiet.includes(m))];
  for (const [i, m] of order.entries()) {
    const attendance = i < there - 4 ? 'present' : i < there ? 'represented' : random.pick(['excused', 'absent']);
    register.add(batchKnowing(day), 'attendances', { meeting, organisation: m.code, seat: '', attendance, represented_by: attendance === 'represented' ? order[0].code : '' });
  }
}

function makeSecretariat(register) {
  const organisation = register.organisation(named('Secretariat of the League', 'Secrétariat de la Ligue'), { level: 'other' });
  const office = [...OFFICE.map(([en, fr, held], i) => [`professional-${i + 1}`, 'professional', en, fr, held]), ['internship', 'intern', 'Internship', 'Stage', INTERNSHIP]];
  for (const [code, post, en, fr, held] of office) {
    const record = register.record('posts', { code, ...named(en, fr), post, organisation, body: '', from: held[0][1], until: '' });
    for (const [gender, from, until] of held) register.lasting('mandates', { post: record, holder: 'person', person: register.person(gender), from, until, way: 'appointed' });
  }
}
