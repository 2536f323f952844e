// Partners, the network's channels with followers, outlets that mentioned it, and berths with shore power.
import { batchKnowing, named, YEARS } from './register.mjs';

/** Name, level, kind of partnership, since when, until when. */
const PARTNERS = [
  ['Chamber of Vestrunn Shipowners', 'association', 'private', '2019-10-01', ''], ['Thole & Hawserby Foundation', 'association', 'institutional', '2020-01-15', ''], ['Fathomere Institute', 'university', 'knowledge', '2020-06-01', ''],
  ['Union of Halmoray Estuaries', 'association', 'regional', '2021-02-01', ''], ['Bollardine Bank', 'company', 'private', '2021-09-15', '2024-12-30'], ['Observatory of Kjelvarn Swells', 'university', 'knowledge', '2022-03-01', ''],
  ['Seamarque Relief', 'international', 'institutional', '2022-11-01', ''], ['Lanternholm Press', 'company', 'private', '2023-03-06', ''], ['Council of Saelong Pilots', 'association', 'regional', '2023-10-02', '2025-09-30'],
  ['Marramound Academy', 'university', 'knowledge', '2024-02-05', ''], ['Ambrelle Cold Logistics', 'company', 'private', '2024-11-18', ''], ['Harbourmasters of Zarafine', 'international', 'institutional', '2025-04-01', ''], ['Kelpwynd Works', 'company', 'private', '2025-10-06', ''],
];
/** Channels: name, kind, followers at the end of 2022, and growth per quarter. */
const CHANNELS = [
  [named('Website of the League', 'Site de la Ligue'), 'channel-website', 'website', 0, 0], [named('The Tide Letter', 'The Tide Letter (en anglais)'), 'channel-tide-letter', 'newsletter', 2140, 118],
  [named('La Lettre des marées (in French)', 'La Lettre des marées', 'fr'), 'channel-lettre-des-marees', 'newsletter', 1385, 74], [{ label: 'Mastodon' }, 'channel-mastodon', 'social', 3120, 265], [{ label: 'LinkedIn' }, 'channel-linkedin', 'social', 4870, 410],
];
const QUARTERS = ['03-31', '06-30', '09-30', '12-29'];
const OUTLETS = [['The Marrowick Post', 'press'], ['Le Quotidien de Quennevelle', 'press'], ['Radio Tarrant', 'radio'], ['Umkozeni Television', 'television'], ['Velastra Dockside', 'website'], ['Thalassina Review of Port Law', 'journal'], ['La Gazette d’Anse-Corval', 'press'], ['Nine Fathoms of Saltmere', 'partner'], ['Radio Ambrelle', 'radio'], ['The Kestroy Ballast', 'website']];
const CARRIED = { 2023: 6, 2024: 8, 2025: 9 };
const SUBJECTS = ['Open Harbour Day', 'Shore power', 'Call for Clean Anchorages', 'Annual meeting', 'New members'];

export function makePartners(register) {
  return PARTNERS.map(([label, level, partnership, from, until]) => {
    const organisation = register.organisation({ label }, { level });
    register.lasting('partnerships', { organisation, partnership, from, until });
    return organisation;
  });
}

export function makeChannels(register, activities) {
  const { random } = register;
  const channels = CHANNELS.map(([label, code, channel, first, step]) => {
    register.add('2023-12-31', 'channels', { code, ...label, public: 'yes', channel });
    let followers = first;
    if (step) for (const year of YEARS) for (const quarter of QUARTERS) register.add(batchKnowing(`${year}-${quarter}`), 'readings', { channel: code, day: `${year}-${quarter}`, followers: (followers += step + random.int(-30, 60)) });
    return code;
  });
  const outlets = OUTLETS.map(([label, outlet], i) => register.record('outlets', { code: `outlet-${i + 1}`, label, outlet, place: '' }));
  for (const year of YEARS) {
    const events = activities.filter((a) => a.kind === 'event' && a.year === year && a.state === 'held');
    for (const carrier of [...channels, ...random.sample(outlets, CARRIED[year])]) {
      for (const subject of random.sample(SUBJECTS, random.int(1, 3))) {
        const event = random.chance(0.3) ? random.pick(events) : null;
        const day = event ? event.from : random.day(`${year}-01-08`, `${year}-12-20`);
        register.add(batchKnowing(day), 'mentions', { carrier, day, subject, activity: event?.code ?? '' });
      }
    }
  }
}

/**
 * Berths with shore power on the network's map, in ports of members and of others: 27, of which some are drafts and two
 * were withdrawn. The number counts ports, not berths.
 */
export function makeBerths(register, { members, prospects }) {
  const { random } = register;
  register.add('2023-12-31', 'platforms', { code: 'shore-power-map', ...named('Shore Power Map', 'Carte du courant à quai'), public: 'yes', address: '', licence: '', own: 'yes' });
  const ports = [...random.sample([...new Set(members.filter((m) => m.from < '2025').map((m) => m.city))], 17), prospects[1].city];
  for (let i = 0; i < 27; i++) {
    const city = ports[i < ports.length ? i : random.int(0, ports.length - 1)];
    const from = random.day('2022-02-01', '2025-11-30');
    const berth = ports.slice(0, i).length + 1;
    const row = { code: `berth-${String(i + 1).padStart(2, '0')}`, ...named(`Shore power at berth ${berth}, ${city.name}`, `Courant à quai au poste ${berth}, ${city.name}`), public: 'yes', platform: 'shore-power-map', place: city.code, state: i % 9 === 8 ? 'draft' : 'published', from, until: '', day: from.slice(0, 7) };
    const recorded = batchKnowing(from);
    register.add(recorded, 'initiatives', row);
    // switched off, and withdrawn from the map
    if ([3, 11].includes(i) && recorded < '2025-12-31') register.revise('2025-12-31', 'initiatives', 'change', { ...row, until: '2025-08-31' });
  }
}
