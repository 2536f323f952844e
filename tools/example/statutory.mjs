// The Board with its 28 seats, its meetings and attendance; the Assembly of 2020; standing per year.
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';
import { inOrder, membersOn } from './governments.mjs';
import { writeMandate } from './leaders.mjs';

const SEATS = 28;
const ELECTED = '2017-06-20';
const TERM_RECORDED = '2017-12-31';
/**
 * Seats taken (present or represented) of 28 at each meeting. The meeting of April 2019 is real; the seats and the attendance are invented.
 */
const MEETINGS = [
  { day: '2017-12-05', mode: 'online', taken: 18 }, { day: '2018-08-28', mode: 'in-person', taken: 19 },
  { day: '2019-04-06', mode: 'in-person', taken: 17, real: true }, { day: '2019-11-13', mode: 'in-person', taken: 18 },
  { day: '2020-05-28', mode: 'online', taken: 20 }, { day: '2020-11-24', mode: 'online', taken: 20, correct: '2021-03-31' },
  { day: '2021-03-16', mode: 'online', taken: 19 },
];
const ASSEMBLY = { code: 'meeting-2020-11-30-general-assembly', day: '2020-11-30', recorded: '2020-12-31', members: 63 };

export function makeStatutory(world, governments) {
  const seats = makeSeats(world, governments);
  for (const meeting of MEETINGS) holdBoard(world, seats, meeting);
  chooseInactive(world, governments);
  holdAssembly(world, governments);
  writeStandings(world, governments);
}

function makeSeats(world, governments) {
  const electable = governments.filter((g) => !g.until && g.from < '2017');
  return world.random.sample(electable, SEATS).map((g, i) => {
    g.hasSeat = true;
    const names = { label_en: `Board seat, ${g.name}`, label_es: `Puesto en el Consejo, ${g.name}`, label_fr: `Siège au Conseil, ${g.name}` };
    const post = world.record('posts', { code: `seat-${String(i + 1).padStart(2, '0')}`, ...inOrder(names, 'en'), public: 'yes', post: 'seat', organisation: g.code, body: 'board', from: ELECTED, until: '', source: '' });
    // The seat belongs to the member and passes to its next leader.
    for (const mandate of g.mandates.filter((m) => !m.until || m.until >= ELECTED)) {
      writeMandate(world, post, { ...mandate, from: mandate.from > ELECTED ? mandate.from : ELECTED, way: '' }, TERM_RECORDED);
    }
    return { post, government: g };
  });
}

function holdBoard(world, seats, { day, mode, taken, real, correct }) {
  const { random } = world;
  const recorded = batchKnowing(day);
  const code = `meeting-${day}-board`;
  if (!real) {
    const year = day.slice(0, 4);
    world.add(recorded, 'meetings', {
      code: world.codes.take(code), label_en: `Board of Directors, ${year}`, label_es: `Consejo de Administración, ${year}`, label_fr: `Conseil d’administration, ${year}`,
      public: 'yes', body: 'board', day, mode, state: 'held', called_on: addDays(day, -random.int(21, 35)), statutes: '2017', source: '',
    });
  }
  const order = random.shuffled(seats);
  const present = order.slice(0, taken - random.int(3, 5));
  for (const [i, seat] of order.entries()) {
    const attendance = i < present.length ? 'present' : i < taken ? 'represented' : random.chance(0.5) ? 'excused' : 'absent';
    const row = { meeting: code, organisation: seat.government.code, seat: seat.post, attendance, represented_by: attendance === 'represented' ? random.pick(present).government.code : '', source: '' };
    // One proxy was found only when the minutes were signed.
    if (correct && i === taken - 1) {
      world.add(recorded, 'attendances', { ...row, attendance: 'absent', represented_by: '' });
      world.revise(correct, 'attendances', 'correction', row);
    } else world.add(recorded, 'attendances', row);
  }
}

/** Ten members took part in nothing in 2020: the one that joined on its last day, and nine without a seat. */
function chooseInactive(world, governments) {
  for (const g of governments) g.inactive = g.from === '2020-12-31';
  const quiet = governments.filter((g) => !g.hasSeat && !g.until && g.from < '2020');
  for (const g of world.random.sample(quiet, 9)) g.inactive = true;
}

function holdAssembly(world, governments) {
  const { random } = world;
  const { code, day, recorded } = ASSEMBLY;
  const entitled = membersOn(governments, day);
  const there = random.sample(entitled.filter((g) => !g.inactive), ASSEMBLY.members);
  const present = there.slice(0, 52);
  for (const g of entitled) {
    const i = there.indexOf(g);
    const attendance = i < 0 ? (random.chance(0.4) ? 'excused' : 'absent') : i < present.length ? 'present' : 'represented';
    world.add(recorded, 'attendances', { meeting: code, organisation: g.code, seat: '', attendance, represented_by: attendance === 'represented' ? random.pick(present).code : '', source: '' });
  }
}

function writeStandings(world, governments) {
  const { random } = world;
  for (const [year, day, recorded] of [[2018, '2018-12-14', '2018-12-31'], [2019, '2019-12-13', '2019-12-31'], [2020, '2020-12-14', '2020-12-31']]) {
    for (const g of membersOn(governments, day)) {
      const standing = g.from > `${year}` ? 'waived' : random.pick(['settled', 'settled', 'settled', 'settled', 'settled', 'settled', 'due', 'due', 'unable-to-pay', 'waived', 'contested']);
      world.add(recorded, 'standings', { organisation: g.code, year, standing, day, stated_by: 'Finance officer', evidence: standing === 'settled' ? 'bank statement' : '', source: '' });
    }
  }
}
