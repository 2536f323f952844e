// Every figure as SQL on plain tables in DuckDB, written independently of the program, from the meaning of the figure.
// A query returns two numbers: the count, and the base if the figure is a share (0 if it is a total).
// F and T are the first and last day of the period, yyyymmdd. Only rows that are certainly in the period count.

const within = (row, day = 'day') => `${row}.${day} >= F AND ${row}.${day} <= T AND ${row}.${day}_last <= T`
const lasting = row => `${row}."from_last" <= T AND (${row}.until IS NULL OR ${row}.until >= T)`
const overlapping = row => `${row}."from_last" <= T AND (${row}.until IS NULL OR ${row}.until >= F)`
const member = (organisation, day) => `EXISTS (SELECT 1 FROM memberships own WHERE own.organisation = ${organisation} AND own.from_last <= ${day} AND (own.until IS NULL OR own.until >= ${day}))`
// the day before the period, and who came into the total or left it between that day and the last one
const EVE = `CAST(strftime(strptime(CAST(F AS VARCHAR), '%Y%m%d') - INTERVAL 1 DAY, '%Y%m%d') AS INTEGER)`
const came = `memberships b WHERE ${member('b.organisation', 'T')} AND NOT ${member('b.organisation', EVE)} AND b.from_last >= F AND b.from_last <= T AND (b.until IS NULL OR b.until >= b.from_last)`
const went = `memberships b WHERE ${member('b.organisation', EVE)} AND NOT ${member('b.organisation', 'T')} AND b.until >= ${EVE} AND b.until < T AND b.until >= b.from_last`
const successor = `EXISTS (SELECT 1 FROM memberships o WHERE o.successor = b.organisation AND o.organisation <> b.organisation AND o.ending = 'succeeded' AND b.from_last >= o.until - 10000)`
const succeeded = `(coalesce(b.ending, '') = 'succeeded' AND coalesce(b.successor, -1) <> b.organisation)`
const held = row => `${row}.state IN ('held', 'under-way', 'published')`
const active = row => `${row}.role IN ('led', 'co-led', 'supported')`

const total = (what, rest) => `SELECT ${what}, 0 FROM ${rest}`
const distinct = (column, rest) => total(`count(DISTINCT ${column})`, rest)
const share = (counted, base) => `SELECT (${counted}), (${base})`
const begins = `a."from" >= F AND a."from" <= T AND a.from_last <= T`
const begun = (kind, more) => distinct('a.id', `activities a WHERE a.activity = '${kind}' AND ${begins} AND ${more}`)
const meetings = more => distinct('m.id', `meetings m JOIN bodies b ON b.id = m.body WHERE ${within('m')} AND m.state = 'held' AND ${more}`)
const attended = `attendances t JOIN meetings m ON m.id = t.meeting JOIN bodies b ON b.id = m.body WHERE ${within('m')} AND m.state = 'held'`
const took = 'participations p JOIN activities a ON a.id = p.activity'
const staff = (post, gender, when) => distinct('m.person', `mandates m JOIN posts p ON p.id = m.post JOIN people h ON h.id = m.person WHERE p.post = '${post}' AND h.gender = '${gender}' AND ${when('m')}`)
const leaders = `mandates m JOIN posts p ON p.id = m.post LEFT JOIN people h ON h.id = m.person WHERE p.post = 'leader' AND ${lasting('m')}`
const members = `memberships b WHERE ${lasting('b')}`
const studied = `observations o JOIN editions e ON e.id = o.edition WHERE ${lasting('e')}`
const experts = (counted) => {
  const rows = `${took} JOIN people h ON h.id = p.person WHERE p.role = 'expert' AND ${within('p')} AND ${held('a')}`
  return share(`SELECT count(DISTINCT p.person) FROM ${rows} AND h.gender = '${counted}'`, `SELECT count(DISTINCT p.person) FROM ${rows} AND h.gender <> 'not-stated'`)
}
const income = basis => {
  const rows = `income i WHERE ${within('i')} AND NOT i.passed_on AND NOT i.in_kind`
  return share(`SELECT sum(in_network) FROM ${rows} AND basis = '${basis}'`, `SELECT sum(in_network) FROM ${rows}`)
}
const onPlatform = table => distinct('t.id', `${table} t JOIN records r ON r.id = t.platform WHERE r.code = 'platform-1' AND ${lasting('t')} AND t.state = 'published'`)
const calls = more => distinct('p.organisation', `${took} WHERE ${within('p')} AND a.activity = 'call' AND ${held('a')} AND p.role = 'endorsed' AND ${more}`)

export const questions = {
  'active-members': share(
    `SELECT count(DISTINCT b.organisation) FROM ${members} AND (b.organisation IN (SELECT p.organisation FROM ${took} WHERE ${within('p')} AND ${held('a')} AND p.role NOT IN ('invited', 'registered')) OR b.organisation IN (SELECT t.organisation FROM ${attended} AND t.attendance IN ('present', 'represented')))`,
    `SELECT count(DISTINCT b.organisation) FROM ${members}`),
  'agreements-members': distinct('s.organisation', `signatures s JOIN agreements a ON a.id = s.agreement WHERE ${within('s')} AND a.agreement = 'financing' AND ${member('s.organisation', 's.day')}`),
  'agreements-partners': distinct('s.organisation', `signatures s JOIN agreements a ON a.id = s.agreement WHERE ${within('s')} AND a.agreement = 'financing' AND NOT ${member('s.organisation', 's.day')}`),
  'assembly-meetings': meetings(`b.body = 'assembly'`),
  'assembly-members': distinct('t.organisation', `${attended} AND b.body = 'assembly' AND t.attendance IN ('present', 'represented')`),
  'board-meetings': meetings(`b.body = 'board' AND m.mode = 'online'`),
  'board-participation': share(`SELECT count(*) FROM ${attended} AND b.body = 'board' AND t.attendance IN ('present', 'represented')`, `SELECT count(*) FROM ${attended} AND b.body = 'board'`),
  'board-seats': total('count(*)', `posts p JOIN bodies b ON b.id = p.body WHERE p.post = 'seat' AND b.body = 'board' AND ${lasting('p')}`),
  'call-endorsers': calls('p.organisation IS NOT NULL'),
  'call-members': calls(member('p.organisation', 'p.day')),
  'call-partners': calls(`NOT ${member('p.organisation', 'p.day')} AND (SELECT level FROM organisations o WHERE o.id = p.organisation) NOT IN ('municipal', 'metropolitan', 'intermediate', 'national')`),
  campaigns: distinct('a.id', `activities a WHERE a.activity = 'campaign' AND ${overlapping('a')} AND ${held('a')} AND ${active('a')}`),
  channels: distinct('m.carrier', `mentions m WHERE ${within('m')}`),
  declarations: begun('declaration', `${held('a')} AND a.role IN ('contributed', 'endorsed')`),
  'event-people': `WITH events AS (SELECT id FROM activities a WHERE a.activity = 'event' AND a.role IN ('led', 'co-led') AND a.state = 'held' AND ${begins}), designated AS (SELECT * FROM head_counts WHERE designated AND activity IN (SELECT id FROM events))
    SELECT coalesce((SELECT sum(people) FROM designated), 0) + (SELECT count(*) FROM (SELECT p.activity, p.person FROM ${took} WHERE a.activity = 'event' AND a.role IN ('led', 'co-led') AND a.state = 'held' AND p.person IS NOT NULL AND p.role NOT IN ('invited', 'registered') AND p.activity NOT IN (SELECT activity FROM head_counts WHERE designated) GROUP BY ALL HAVING arg_min(p.day, (p.day, p.id)) >= F AND arg_min(p.day_last, (p.day, p.id)) <= T)), 0`,
  'experts-collaborated': distinct('p.person', `${took} WHERE p.role = 'expert' AND ${within('p')} AND ${held('a')}`),
  'experts-men': experts('man'),
  'experts-registered': distinct('e.person', `expert_profiles e JOIN platforms p ON p.id = e.platform WHERE p.own AND ${lasting('e')}`),
  'experts-women': experts('woman'),
  followers: total('sum(followers)', `(SELECT followers FROM readings r JOIN channels c ON c.id = r.channel WHERE c.channel = 'social' AND r.day_last <= T QUALIFY row_number() OVER (PARTITION BY r.channel ORDER BY r.day_last DESC, r.id DESC) = 1)`),
  'funding-dues': income('dues'),
  'funding-member-partnerships': income('member-partnership'),
  'funding-other-partnerships': income('other-partnership'),
  'global-events': begun('event', `a.state = 'held' AND a.scope = 'global' AND a.role IN ('led', 'co-led', 'took-part')`),
  'interns-men': staff('intern', 'man', overlapping),
  'interns-women': staff('intern', 'woman', overlapping),
  'leaders-stated': distinct('p.organisation', `${leaders} AND h.gender IN ('woman', 'man', 'non-binary') AND ${member('p.organisation', 'T')}`),
  'learning-activities': begun('learning', `a.state = 'held'`),
  'learning-members': distinct('p.organisation', `${took} WHERE ${within('p')} AND a.activity = 'learning' AND p.role = 'learned' AND a.state = 'held' AND ${member('p.organisation', 'p.day')}`),
  'left-members': distinct('b.organisation', `${went} AND b.until_last < T AND NOT ${succeeded}`),
  'left-undated-members': distinct('b.organisation', `${went} AND b.until_last >= T AND NOT ${succeeded}`),
  members: distinct('b.organisation', members),
  'new-members': distinct('b.organisation', `${came} AND b."from" >= F AND NOT ${successor}`),
  observatories: distinct('a.id', `activities a WHERE a.activity = 'observatory' AND ${lasting('a')} AND ${held('a')} AND ${active('a')}`),
  'partner-organisations': distinct('p.organisation', `partnerships p WHERE ${lasting('p')}`),
  'pilot-members': distinct('p.organisation', `${took} WHERE a.activity = 'pilot' AND p.day_last <= T AND (a.until IS NULL OR greatest(a.until, p.day) >= F) AND p.role IN ('led', 'partnered') AND ${held('a')} AND ${active('a')} AND ${member('p.organisation', 'T')}`),
  'pilot-projects': distinct('a.id', `activities a WHERE a.activity = 'pilot' AND ${overlapping('a')} AND ${held('a')} AND ${active('a')}`),
  publications: distinct('publication', `(SELECT f.* FROM language_files f JOIN activities a ON a.id = f.publication WHERE a.activity = 'publication' AND a.state = 'published' QUALIFY row_number() OVER (PARTITION BY f.publication ORDER BY f.day_last, f.day, f.id) = 1) f WHERE ${within('f')}`),
  'staff-men': staff('professional', 'man', lasting),
  'staff-women': staff('professional', 'woman', lasting),
  'study-areas': distinct('o.area', studied),
  'study-indicators': distinct('o.indicator', studied),
  'study-members': distinct('g.organisation', `area_governments g WHERE ${lasting('g')} AND g.area IN (SELECT o.area FROM ${studied}) AND ${member('g.organisation', 'T')}`),
  'study-observations': total('count(*)', studied),
  'theme-activities': distinct('a.id', `theme_marks t JOIN activities a ON a.id = t.record WHERE a.activity IN ('event', 'learning', 'pilot', 'campaign', 'declaration', 'call') AND ${held('a')} AND ${begins}`),
  'succeeded-members': distinct('b.organisation', `${went} AND ${succeeded}`),
  'succeeding-members': distinct('b.organisation', `${came} AND ${successor}`),
  'undated-members': distinct('b.organisation', `${came} AND b."from" < F AND NOT ${successor}`),
  'women-led-members': distinct('p.organisation', `${leaders} AND h.gender = 'woman' AND ${member('p.organisation', 'T')}`),
  'women-led': share(`SELECT count(DISTINCT b.organisation) FROM ${members} AND b.organisation IN (SELECT p.organisation FROM ${leaders} AND h.gender = 'woman')`, `SELECT count(DISTINCT b.organisation) FROM ${members}`),
  'practices-on-a-platform': onPlatform('practices'),
  'initiatives-on-a-platform': onPlatform('initiatives'),
}

/** The query for a period. */
export const asked = (key, from, to) => questions[key].replaceAll(/\bF\b/g, from).replaceAll(/\bT\b/g, to)

/** The columns that the queries read, by table. */
export const tables = {
  activities: ['id', 'activity', 'state', 'role', 'scope', 'from', 'from_last', 'until'],
  agreements: ['id', 'agreement'],
  area_governments: ['organisation', 'area', 'from_last', 'until'],
  attendances: ['meeting', 'organisation', 'attendance'],
  bodies: ['id', 'body'],
  channels: ['id', 'channel'],
  editions: ['id', 'from_last', 'until'],
  expert_profiles: ['person', 'platform', 'from_last', 'until'],
  head_counts: ['activity', 'people', 'designated'],
  income: ['day', 'day_last', 'basis', 'in_network', 'passed_on', 'in_kind'],
  initiatives: ['id', 'platform', 'state', 'from_last', 'until'],
  language_files: ['id', 'publication', 'day', 'day_last'],
  mandates: ['post', 'person', 'from_last', 'until'],
  meetings: ['id', 'body', 'day', 'day_last', 'mode', 'state'],
  memberships: ['organisation', 'from', 'from_last', 'until', 'until_last', 'ending', 'successor'],
  mentions: ['carrier', 'day', 'day_last'],
  observations: ['area', 'indicator', 'edition'],
  organisations: ['id', 'level'],
  participations: ['id', 'activity', 'organisation', 'person', 'role', 'day', 'day_last'],
  partnerships: ['organisation', 'from_last', 'until'],
  people: ['id', 'gender'],
  platforms: ['id', 'own'],
  posts: ['id', 'post', 'organisation', 'body', 'from_last', 'until'],
  practices: ['id', 'platform', 'state', 'from_last', 'until'],
  readings: ['id', 'channel', 'day_last', 'followers'],
  records: ['id', 'code'],
  signatures: ['agreement', 'organisation', 'day', 'day_last'],
  theme_marks: ['record', 'theme'],
}
