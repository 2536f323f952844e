// Signed agreements, and income by source, in the currency of the network.
import { addDays } from '../example/days.mjs';
import { slug } from '../example/codes.mjs';
import { membersOn } from './members.mjs';
import { batchKnowing, named } from './register.mjs';

const CURRENCY = 'CAD';
const RATES = { EUR: 1.4785, NOK: 0.1272 };
/** Kind, topic, day of signature, number of members and of others that sign. */
const AGREEMENTS = [
  ['financing', 'Shore power fund', 'Fonds pour le courant à quai', '2023-02-09', 1, 0], ['cooperation', 'Pilots exchange', 'Échange de pilotes', '2023-05-26', 2, 0], ['cooperation', 'Dredging schedule', 'Calendrier de dragage', '2023-11-08', 2, 0],
  ['financing', 'School of tides', 'École des marées', '2024-01-18', 1, 1], ['cooperation', 'Ferry standards', 'Normes pour les navettes', '2024-04-11', 3, 0], ['cooperation', 'Storm warnings', 'Alertes de tempête', '2024-09-05', 2, 1], ['financing', 'Atlas of docks', 'Atlas des docks', '2024-06-13', 0, 1],
  ['financing', 'Quiet quays', 'Quais sans bruit', '2025-02-20', 2, 0], ['cooperation', 'Crew change', 'Relève des équipages', '2025-03-28', 2, 0], ['cooperation', 'Lighthouse archive', 'Archives des phares', '2025-06-05', 2, 0], ['cooperation', 'Net recovery', 'Récupération des filets', '2025-09-12', 1, 1],
  ['cooperation', 'Waterfront school', 'École du front d’eau', '2025-11-06', 3, 0], ['cooperation', 'Crew welfare', 'Bien-être des équipages', '2025-10-02', 0, 2],
];
/** Dues and other income in dollars. The accounts of a year are closed and then audited, in later batches. */
const ACCOUNTS = [
  { year: 2023, member: [48000, 31000], other: [12500], then: [['2024-12-31', 'audited']] },
  { year: 2024, member: [52000, 27500, 18000], other: [9000, 14500], then: [['2025-06-30', 'closed'], ['2025-12-31', 'audited']] },
  { year: 2025, member: [61000, 22000, 25500], other: [16000], then: [] },
];

export function makeMoney(register, members, partners) {
  const agreements = makeAgreements(register, members, partners);
  for (const accounts of ACCOUNTS) makeIncome(register, members, agreements, accounts);
}

function makeAgreements(register, members, partners) {
  const { random } = register;
  return AGREEMENTS.map(([agreement, en, fr, day, ours, others]) => {
    const code = `agreement-${day.slice(0, 4)}-${slug(en)}`;
    const recorded = batchKnowing(day);
    const able = membersOn(members, day).filter((m) => m.from < '2023' && !m.ending).map((m) => m.code);
    const money = agreement === 'financing' ? { amount: `${random.int(4, 16) * 5000}.00`, currency: CURRENCY } : { amount: '', currency: '' };
    register.add(recorded, 'agreements', { code, ...named(en, fr), public: 'yes', agreement, from: day, until: addDays(day, 365 * random.int(1, 3)), ...money });
    const signers = [...random.sample(able, ours), ...random.sample(partners, others)];
    for (const organisation of signers) register.add(recorded, 'signatures', { agreement: code, organisation, day });
    return { code, signers, day, agreement, ours };
  });
}

function makeIncome(register, members, agreements, { year, member, other, then }) {
  const { random } = register;
  const recorded = `${year}-12-31`;
  let number = 0;
  const line = (basis, dollars, day, fields = {}) => {
    const { currency = CURRENCY, ...rest } = fields;
    const row = { line: `${year}-${String(++number).padStart(2, '0')}`, basis, stage: 'provisional', day, ...inCurrency(random, dollars, day, currency), payer: '', agreement: '', passed_on: 'no', in_kind: 'no', ...rest };
    register.add(recorded, 'income', row);
    for (const [later, stage] of then) register.revise(later, 'income', 'change', { ...row, stage });
  };
  for (const m of membersOn(members, `${year}-03-31`)) {
    const full = m.category === 'full' || (m.promoted && m.promoted <= `${year}-03-31`);
    line('dues', full ? random.int(8, 24) * 500 : 2000, random.workingDay(`${year}-02-03`, `${year}-11-28`), { payer: m.code, currency: random.chance(0.1) ? random.pick(Object.keys(RATES)) : CURRENCY });
  }
  const signed = agreements.filter((a) => a.agreement === 'financing' && a.day <= `${year}-11-01`);
  const from = (a) => [a?.day ?? '', `${year}-02-03`].sort().pop();
  for (const dollars of member) {
    const a = random.pick(signed.filter((it) => it.ours > 0));
    line('member-partnership', dollars, random.workingDay(from(a), `${year}-12-12`), { payer: a.signers[0], agreement: a.code });
  }
  for (const dollars of other) line('other-partnership', dollars, random.workingDay(`${year}-02-03`, `${year}-12-12`));
  line('other', 1250, `${year}-12-01`);
  // money passed on, and help in kind, are not the network's own income
  line('other-partnership', 40000, `${year}-06-16`, { passed_on: 'yes' });
  line('member-partnership', 15000, `${year}-04-07`, { in_kind: 'yes' });
}

/** An amount, and its value in the network's currency at the rate of the day. */
function inCurrency(random, dollars, day, currency) {
  const own = { in_network: dollars.toFixed(2), currency_of_network: CURRENCY };
  if (currency === CURRENCY) return { amount: own.in_network, currency, ...own, rate: '', rate_day: '', rate_source: '' };
  const rate = Math.round(RATES[currency] * (0.98 + random.next() * 0.04) * 10000) / 10000;
  return { amount: (dollars / rate).toFixed(2), currency, ...own, rate, rate_day: day, rate_source: 'bank of the network (illustrative)' };
}
