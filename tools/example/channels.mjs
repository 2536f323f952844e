// Channels of the network, outlets of others, mentions and followers.
import { slug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';

/** The last reading of 2020; the sum is 33,274. */
const SOCIAL = [['X', 14216], ['Facebook', 8304], ['LinkedIn', 6118], ['Instagram', 3027], ['WeChat', 1609]];
const OTHER_CHANNELS = [['Website', 'website'], ['Newsletter', 'newsletter']];
const CARRIERS = { 2017: 38, 2018: 47, 2019: 58, 2020: 70, 2021: 26 };
const OUTLET_NAMES = [['press', (n) => `${n} Gazette`], ['press', (n) => `Diario de ${n}`], ['radio', (n) => `Radio ${n}`], ['television', (n) => `Canal ${n}`], ['website', (n) => `${n} Urban Notes`], ['journal', (n) => `${n} Journal of Planning`], ['partner', (n) => `${n} Network News`], ['press', (n) => `Le Courrier de ${n}`]];
const OUTLETS = 90;
const READ = ['2017-03-31', '2017-06-30', '2017-09-29', '2017-12-29', '2018-03-30', '2018-06-29', '2018-09-28', '2018-12-28', '2019-03-29', '2019-06-28', '2019-09-30', '2019-12-30', '2020-01-31', '2020-02-28', '2020-03-31', '2020-04-30', '2020-05-29', '2020-06-30', '2020-07-31', '2020-08-31', '2020-09-30', '2020-10-30', '2020-11-30', '2020-12-28', '2021-01-29', '2021-02-26', '2021-03-31'];
const SUBJECTS = ['General interest', 'Response to the pandemic', 'Annual meeting', 'Study of metropolitan areas', 'Women in local government', 'Public space', 'New members', 'World Metropolitan Day'];

export function makeChannels(world, governments) {
  const { random } = world;
  const social = SOCIAL.map(([label, followers]) => ({ followers, code: world.record('channels', { code: `channel-${slug(label)}`, label, public: 'yes', channel: 'social', address: '', source: '' }) }));
  const others = OTHER_CHANNELS.map(([label, channel]) => world.record('channels', { code: `channel-${channel}`, label, public: 'yes', channel, address: '', source: '' }));
  for (const channel of social) writeReadings(world, channel);
  const cities = random.shuffled([...new Set(governments.map((g) => g.city))]);
  const outlets = Array.from({ length: OUTLETS }, (_, i) => {
    const [outlet, name] = OUTLET_NAMES[i % OUTLET_NAMES.length];
    const city = cities[i];
    return world.record('outlets', { code: `outlet-${slug(name(city.name))}`, label: name(city.name), public: 'yes', outlet, place: city.code, source: '' });
  });
  const own = [...social.map((c) => c.code), ...others];
  for (const [year, count] of Object.entries(CARRIERS)) {
    const carriers = [...own, ...random.sample(outlets, count - own.length)];
    for (const carrier of carriers) writeMentions(world, carrier, year, own.includes(carrier) ? 5 : random.pick([1, 1, 2, 3]));
  }
}

function writeReadings(world, { code, followers }) {
  const lastOf2020 = READ.findLastIndex((day) => day <= '2020-12-31');
  for (const [i, day] of READ.entries()) {
    // Followers grow evenly from half the number of 2020; the last reading of that year is exact.
    const share = i === lastOf2020 ? 1 : 0.48 + 0.52 * (monthsSince2017(day) / 48) - (i < lastOf2020 ? world.random.next() * 0.006 : 0);
    world.add(batchKnowing(day), 'readings', { channel: code, day, followers: Math.round(followers * share), source: '' });
  }
}

function monthsSince2017(day) {
  return (+day.slice(0, 4) - 2017) * 12 + +day.slice(5, 7);
}

function writeMentions(world, carrier, year, n) {
  const { random } = world;
  const events = world.activities.filter((a) => a.kind === 'event' && a.year === +year && a.state === 'held');
  for (const subject of random.sample(SUBJECTS, n)) {
    const event = random.chance(0.3) ? random.pick(events) : null;
    const day = event ? event.from : random.day(`${year}-01-05`, year === '2021' ? '2021-03-28' : `${year}-12-28`);
    world.add(batchKnowing(event ? event.until : day), 'mentions', { carrier, day, subject, activity: event ? event.code : '', address: '', source: '' });
  }
}
