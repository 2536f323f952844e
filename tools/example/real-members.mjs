// Real member governments, only as sources state: who is certainly a member, since when, and who led it on the day of the source.
import { slug } from './codes.mjs';
import { batchKnowing } from './batches.mjs';

export const REGIONS = [
  ['region-africa', 'Africa', 'África', 'Afrique'],
  ['region-asia-pacific', 'Asia and the Pacific', 'Asia y el Pacífico', 'Asie et Pacifique'],
  ['region-europe', 'Europe', 'Europa', 'Europe'],
  ['region-latin-america', 'Latin America and the Caribbean', 'América Latina y el Caribe', 'Amérique latine et Caraïbes'],
  ['region-north-america', 'North America', 'América del Norte', 'Amérique du Nord'],
];

/** Documented admissions, to the day or the month. A year that is in the source file needs no entry. */
const ADMITTED = {
  Baghdad: '2018-01-29', Barcelona: '2018-01',
  'Greater Manchester': '2018-08', Jinan: '2018-08', Nanjing: '2018-08', Torino: '2018-08', Xiamen: '2018-08', Yiwu: '2018-08',
  Kazan: '2019-04-06', Goyang: '2019-04-06', 'Greater Paris': '2019-04-06',
};

const BOARD_OF_2015 = 'named a member at the Board meeting of 20 May 2015';
const EXECUTIVE_OF_2017 = 'seat on the Executive Committee, November 2017';
/** Governments that were members in 2020 and that their own sources also show at another time. */
const SHOWN_BY = {
  Dakar: ['../2015', BOARD_OF_2015], Johannesburg: ['../2015', BOARD_OF_2015], Mashhad: ['../2015', BOARD_OF_2015], 'Buenos Aires': ['../2015', BOARD_OF_2015],
  Quito: ['../2015', BOARD_OF_2015], 'Mexico City': ['../2015', BOARD_OF_2015], 'Montréal': ['../2015', BOARD_OF_2015],
  'Barcelona (metropolitan area)': ['../2017', EXECUTIVE_OF_2017], Gauteng: ['../2017', EXECUTIVE_OF_2017], Montevideo: ['../2017', EXECUTIVE_OF_2017],
  Tehran: ['../2014', 'in a list of members of 2010 to 2014'], Rabat: ['../2018', 'named a member at the forum of May 2018'],
  'Bogotá': ['../2020-05', 'named a member among the endorsers of the call of May 2020'],
  Madrid: ['../2020-04', 'named a member by April 2020, on the Board in November 2021'],
};

const CODES = { Barcelona: 'org-barcelona-city', 'Barcelona (metropolitan area)': 'org-barcelona-metropolitan-area', 'São Paulo (city)': 'org-sao-paulo-city', 'São Paulo (state)': 'org-sao-paulo-state' };
const NAMES = { 'Alcaldía de Medellín (through ACI Medellín)': 'Alcaldía de Medellín', 'City of Berlin / Berlin Senate': 'City of Berlin' };
const PLACE_NAMES = { 'Barcelona (metropolitan area)': 'Barcelona', 'Medellín (metropolitan area)': 'Medellín', 'Santiago de Chile': 'Santiago', 'São Paulo (city)': 'São Paulo', Torino: 'Turin', 'Greater Manchester': 'Manchester', 'Greater Paris': 'Paris', Victoria: '', Goyang: 'Goyang-si', 'Xi\'an': 'Xi’an' };
/** People who are already in the register because of another office. */
const KNOWN_EARLIER = { 'person-michael-muller': '2018-12-31' };
const GENDERS = { F: 'woman', M: 'man', '': 'not-stated' };

export function convertMembers(rows, placeOf, areas, batches, codes) {
  for (const [rank, [code, en, es, fr]] of REGIONS.entries()) {
    batches.add('2017-12-31', 'regions', { code: codes.take(code), label_en: en, label_es: es, label_fr: fr, public: 'yes', rank: rank + 1, source: 'metropolis.org' });
  }
  for (const member of rows.filter(isSure)) convertMember(member, placeOf, areas, batches, codes);
}

function isSure(member) {
  return member.confidence === 'confirmed' && /^20(1[5-9]|2[01])$/.test(member.evidence_year);
}

function convertMember(member, placeOf, areas, batches, codes) {
  const source = member.source;
  const organisation = codes.take(CODES[member.metropolis] ?? `org-${slug(member.metropolis)}`);
  const label = NAMES[member.member_government] ?? (member.member_government || member.metropolis);
  const span = spanOf(member);
  const recorded = span.recorded;
  const city = PLACE_NAMES[member.metropolis] ?? member.metropolis;
  batches.add(recorded, 'organisations', { code: organisation, label, public: 'yes', level: levelOf(`${member.metropolis} ${label}`), place: placeOf(city, member.iso2), source });
  const region = REGIONS.find(([, en]) => en === member.metropolis_region)[0];
  batches.add(recorded, 'placements', { organisation, region, from: span.from, until: '', source });
  batches.add(recorded, 'memberships', { organisation, from: span.from, until: span.until, ratification: span.ratification, source: span.why ? `${source} (${span.why})` : source });
  const area = areaRunBy(member, city, areas);
  if (area) batches.add(recorded > '2018-12-31' ? recorded : '2018-12-31', 'area_governments', { organisation, area: area.code, from: span.from, until: '', source });
  convertLeader(member, label, organisation, span, batches, codes);
}

function spanOf(member) {
  const year = member.evidence_year;
  if (member.metropolis === 'Semarang') return { from: '2021-11-08', until: '', ratification: '2021-11-08', recorded: '2022-12-31' };
  const admitted = ADMITTED[member.metropolis];
  if (admitted) return { from: admitted, until: '', ratification: admitted, recorded: batchKnowing(admitted) };
  if (member.year_joined) return { from: member.year_joined, until: '', ratification: '', recorded: batchKnowing(member.year_joined) };
  if (SHOWN_BY[member.metropolis]) {
    const [from, why] = SHOWN_BY[member.metropolis];
    return { from, until: '', ratification: '', why, recorded: batchKnowing(from.slice(3)) };
  }
  if (year === '2021') return { from: '../2021', until: '', ratification: '', recorded: '2022-12-31' };
  // Shown as a member in one year and not since: the membership may have ended at any time from that year on.
  return { from: `../${year}`, until: `${year}/..`, ratification: '', why: `no dated source names it a member after ${year}`, recorded: batchKnowing(year) };
}

function levelOf(name) {
  if (/Province|Région |Region|\(state\)/i.test(name)) return 'intermediate';
  if (/metropolitan|Métropole|Combined Authority|District Autonome/i.test(name)) return 'metropolitan';
  return 'municipal';
}

/** The urban agglomeration in the UN's list with the member's own name. A province or a state has none. */
function areaRunBy(member, city, areas) {
  if (levelOf(`${member.metropolis} ${member.member_government}`) === 'intermediate') return null;
  const found = [...areas.values()].filter((a) => a.country === member.iso2 && a.source.suffix === '' && [city, member.metropolis].includes(a.name));
  return found.length === 1 ? found[0] : null;
}

function convertLeader(member, label, organisation, span, batches, codes) {
  const { source } = member;
  const post = codes.take(organisation.replace(/^org-/, 'leader-'));
  batches.add(span.recorded, 'posts', {
    code: post, label_en: `Head of government, ${label}`, label_es: `Jefatura de gobierno, ${label}`, label_fr: `Tête de l’exécutif, ${label}`,
    public: 'yes', post: 'leader', organisation, body: '', from: span.from, until: '', source,
  });
  const asOf = member.leader_as_of;
  const shownLater = member.leader !== '' && asOf > '2021';
  if (member.leader === '' || shownLater) {
    batches.add(span.recorded, 'mandates', { post, holder: 'unknown', person: '', from: span.from, until: '', way: '', source });
  }
  if (member.leader === '') return;
  const named = member.leader.startsWith('(') ? 'Sindaca (name not in the copy read)' : member.leader;
  const person = codes.take(`person-${slug(named)}`);
  const known = [span.recorded, batchKnowing(asOf)].sort().pop();
  batches.add(KNOWN_EARLIER[person] ?? known, 'people', { code: person, label: named, public: 'yes', gender: GENDERS[member.leader_gender], gender_known_by: member.leader_gender ? 'public-source' : '', source });
  if (shownLater) {
    // Another person may have held it first: the unknown holder ends before the known one, on an unknown day.
    batches.revise(known, 'mandates', 'change', { post, holder: 'unknown', person: '', from: span.from, until: `${member.evidence_year}/${asOf}`, way: '', source });
  }
  batches.add(known, 'mandates', { post, holder: 'person', person, from: `../${asOf}`, until: `${asOf}/..`, way: '', source });
}
