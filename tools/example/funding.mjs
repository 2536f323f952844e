// Invented income and agreements. Money passed on and help in kind are in the accounts but do not count as income.
import { slug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';
import { addDays } from './days.mjs';
import { membersOn } from './governments.mjs';

/** Cents in the network's currency by source, and the state of the year's accounts when they are recorded. */
const YEARS = [
  { year: 2017, recorded: '2018-12-31', stage: 'ratified', dues: 119_840_000, member: 88_210_000, other: 9_415_000 },
  { year: 2018, recorded: '2019-12-31', stage: 'ratified', dues: 122_310_000, member: 96_750_000, other: 7_980_000 },
  { year: 2019, recorded: '2020-12-31', stage: 'audited', dues: 124_460_000, member: 104_120_000, other: 6_330_000 },
  { year: 2020, recorded: '2020-12-31', stage: 'provisional', dues: 125_184_000, member: 110_520_000, other: 4_905_000 },
];
const RATES = { USD: 0.8771, CAD: 0.6538, CNY: 0.1271 };
/** Agreements: kind, topic, day of signature, and who signs (a number of members, a partner). */
const AGREEMENTS = [
  ['financing', 'Water laboratory', '2018-04-12', 1, 0], ['financing', 'Learning hub', '2018-11-08', 1, 0], ['cooperation', 'Exchange of staff', '2018-06-21', 1, 1],
  ['financing', 'Care in big cities', '2019-02-14', 2, 0], ['financing', 'Housing atlas', '2019-09-19', 1, 1],
  ['financing', 'Safe streets', '2020-02-20', 1, 0], ['financing', 'Recovery and public space', '2020-06-18', 2, 0], ['financing', 'Regional office', '2020-10-22', 1, 0], ['financing', 'Open study', '2020-11-12', 0, 1], ['cooperation', 'Training together', '2020-09-24', 1, 1],
  ['financing', 'Night and city', '2021-03-04', 1, 0],
];

export function makeFunding(world, governments) {
  const agreements = makeAgreements(world, governments);
  for (const year of YEARS) makeIncome(world, governments, agreements, year);
}

function makeAgreements(world, governments) {
  const { random } = world;
  const members = random.shuffled(governments.filter((g) => !g.until && g.from < '2017'));
  const partners = [...world.partners];
  return AGREEMENTS.map(([agreement, about, day, ownMembers, others]) => {
    const recorded = batchKnowing(day);
    const code = world.codes.take(`agreement-${day.slice(0, 4)}-${slug(about)}`);
    const signers = [...members.splice(0, ownMembers).map((g) => g.code), ...partners.splice(0, others)];
    world.add(recorded, 'agreements', { code, label_en: about, public: 'yes', agreement, from: day, until: addDays(day, 365 * random.int(1, 3)), amount: agreement === 'financing' ? `${random.int(4, 24) * 5000}.00` : '', currency: agreement === 'financing' ? 'EUR' : '', source: '' });
    for (const organisation of signers) world.add(recorded, 'signatures', { agreement: code, organisation, day, source: '' });
    return { code, signers, day, agreement, member: ownMembers > 0 };
  });
}

function makeIncome(world, governments, agreements, { year, recorded, stage, dues, member, other }) {
  const { random } = world;
  let number = 0;
  const line = (basis, cents, day, fields = {}) => {
    number++;
    world.add(recorded, 'income', {
      line: `${year}-${String(number).padStart(3, '0')}`, basis, stage, day, ...inCurrency(random, cents, day, fields.currency ?? 'EUR'),
      payer: fields.payer ?? '', agreement: fields.agreement ?? '', passed_on: fields.passed_on ?? 'no', in_kind: fields.in_kind ?? 'no', source: '',
    });
  };
  const payers = membersOn(governments, `${year}-06-30`).filter((g) => dayOf(g.from) < `${year}-01-02`);
  const shares = random.parts(dues / 10_000, payers.length, 40, 260);
  for (const [i, g] of payers.entries()) line('dues', shares[i] * 10_000, random.workingDay(`${year}-01-20`, `${year}-12-18`), { payer: g.code, currency: random.chance(0.08) ? random.pick(Object.keys(RATES)) : 'EUR' });
  const inForce = agreements.filter((a) => a.agreement === 'financing' && a.day < `${year}-12-01`);
  const ofMembers = inForce.filter((a) => a.member);
  for (const cents of random.parts(member / 10_000, 8, 600, 3200)) {
    const agreement = ofMembers.length ? random.pick(ofMembers) : null;
    line('member-partnership', cents * 10_000, random.workingDay(later(agreement, year), `${year}-12-18`), { payer: agreement?.signers[0] ?? random.pick(payers).code, agreement: agreement?.code });
  }
  const ofOthers = inForce.filter((a) => !a.member);
  for (const cents of random.parts(other / 1000, 3, 800, 6000)) {
    const agreement = ofOthers.length ? random.pick(ofOthers) : null;
    line('other-partnership', cents * 1000, random.workingDay(later(agreement, year), `${year}-12-18`), { payer: agreement?.signers[0] ?? random.pick(world.partners.slice(0, 18)), agreement: agreement?.code });
  }
  line('member-partnership', 8_500_000, `${year}-09-10`, { payer: random.pick(payers).code, passed_on: 'yes' });
  line('other-partnership', 3_200_000, `${year}-10-06`, { payer: random.pick(world.partners.slice(0, 18)), passed_on: 'yes' });
  line('member-partnership', 6_000_000, `${year}-03-31`, { payer: random.pick(payers).code, in_kind: 'yes' });
}

function later(agreement, year) {
  return agreement && agreement.day > `${year}-01-20` ? agreement.day : `${year}-01-20`;
}

function dayOf(from) {
  return from.length === 4 ? `${from}-12-31` : from;
}

/** An amount, and its value in the network's currency at the rate of the booking day. */
function inCurrency(random, cents, day, currency) {
  const inNetwork = (cents / 100).toFixed(2);
  if (currency === 'EUR') return { amount: inNetwork, currency, in_network: inNetwork, currency_of_network: 'EUR', rate: '', rate_day: '', rate_source: '' };
  const rate = Math.round(RATES[currency] * (0.97 + random.next() * 0.06) * 10000) / 10000;
  return { amount: (Math.round(cents / rate) / 100).toFixed(2), currency, in_network: inNetwork, currency_of_network: 'EUR', rate, rate_day: day, rate_source: 'bank of the network (illustrative)' };
}
