// Tests the example site in a browser. Prints one line for each group of checks, with its faults below.
// Run: npm ci in web/, cargo build, then node web/test/browser.mjs. DECAPOLIS_BIN names a program other than the newest build.
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { execFileSync, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const LANGUAGES = ['es', 'en', 'fr']
const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1440, height: 900 }
const AT_ONCE = 2
/** The most faults of a group that are printed. The others are counted. */
const MOST_FAULTS = 40
const DAY = '2020-12-31'

/** Figures of each kind, as [key, further parameters]. */
const FIGURES = [
  ['members', '&by=region'], // a total whose rows are listed
  ['members', '&known=2020-06-30'], // as known on an earlier day
  ['active-members', ''], // a share with its strip
  ['active-members', '&class=base'],
  ['global-events', '&class=left-out'],
  ['board-participation', '&by=meeting'],
  ['experts-collaborated', ''], // people, which are grouped
  ['funding-dues', ''], // money, which is grouped
  ['study-observations', ''], // more rows than fit on a page
]
/** The studio: empty, with a rule, incomplete, and about to be saved. */
const STUDIO = ['/es/studio', '/en/studio?from=active-members', '/fr/studio?c1=members&c1.as.region=of&add=part', '/es/studio/figures?from=active-members']
/** Where to find a record of each kind: on the page of this figure. */
const RECORDS = { organisation: 'members', activity: 'global-events', area: 'study-areas', practice: 'practices', meeting: 'board-meetings', place: 'practices' }

// ---- the program --------------------------------------------------------------------------------------------------------------

function program() {
  if (process.env.DECAPOLIS_BIN) return process.env.DECAPOLIS_BIN
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
  const built = ['debug', 'demo'].map(profile => join(target, profile, 'decapolis')).filter(existsSync)
  if (!built.length) throw new Error('there is no program to test: run cargo build first')
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

/** Starts the example and waits until it prints its URL. Its register is reused until the example changes. */
function start() {
  const folder = process.env.DECAPOLIS_BROWSER_DEMO ?? join(root, 'target/browser-demo')
  const register = join(folder, 'metropolis-2020.db')
  const examples = readdirSync(join(root, 'examples'), { recursive: true }).map(name => statSync(join(root, 'examples', name)).mtimeMs)
  if (existsSync(register) && statSync(register).mtimeMs < Math.max(...examples)) rmSync(folder, { recursive: true })
  const running = spawn(program(), ['demo', '--dir', folder, '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  running.stderr.on('data', bytes => said.push(bytes))
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('exit', code => reject(new Error(`the program ended with ${code} before it served:\n${Buffer.concat(said)}`)))
    createInterface({ input: running.stdout }).on('line', line => {
      const address = line.match(/^http:\/\/\S+/)?.[0]
      if (address) resolve({ running, at: address.replace(/\/$/, '') })
    })
  })
}

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
}

// ---- groups of checks ---------------------------------------------------------------------------------------------------------

const groups = new Map()
/** Adds a fault to a group. Without a fault it only records that the group was checked. */
function look(group, fault) {
  if (!groups.has(group)) groups.set(group, new Set())
  if (fault) groups.get(group).add(fault)
}

const AXE_LIGHT = 'Axe finds nothing at 390 and 1440 px'
const AXE_OPEN = 'Axe finds nothing when every number is opened'
const AXE_DARK = 'Axe finds enough contrast in the dark scheme'
const SIDEWAYS = 'No page scrolls sideways at 320, 390, 768 and 1440 px'
const MIRRORED = 'No page scrolls sideways at 390 px when it is read from right to left'
const CONSOLE = 'The console has no error and nothing a page asks for is missing'
const STRANGERS = 'No page asks another host for anything'
const POLICY = 'Every page has a content policy, and neither script nor style in its HTML'
const STATUS = 'Pages are found, and what is not there is said with its status'
const WEIGHT = 'HTML and style of a page weigh at most 100 KB compressed'
const NUMBERS = 'Every number of a year leads to a page that shows the same number'
const LINKS = 'No link of these pages is dead'
const KEYBOARD = 'The page of a year can be read with the keyboard alone and the focus is always seen'
const NO_SCRIPT = 'The site works without script'
const CHOOSING = 'In the studio the number follows the choices'
const OFFICE = 'In the office a leader is changed and changed back, with script and without, at 390 and 1440 px'
const OFFICE_AXE = 'Axe finds nothing in the office, bright and dark'
const ACCOUNTS = 'An administrator sets up a second factor and reads who may do what, with script and without, at 390 and 1440 px'
const OFFICE_FIND = 'In the office Ctrl K and three letters open a record'
const PRINT = 'The page of 2020 fills exactly one A4 in three languages'
const TARGETS = 'What can be pressed is at least 24 px high and wide, or stands in a sentence'

// ---- checks without a browser
// ---------------------------------------------------------------------------------------------------

const seen = new Map()
/** The response to a URL, requested once. */
function get(at, path) {
  if (!seen.has(path)) {
    seen.set(path, (async () => {
      const response = await fetch(at + path, { redirect: 'manual' })
      return { status: response.status, headers: response.headers, type: response.headers.get('content-type') ?? '', text: await response.text() }
    })())
  }
  return seen.get(path)
}

const withoutFragment = href => href.split('#')[0]

/** The URLs to check, each with the status it should have. */
async function addresses(at) {
  const figure = ([key, more], n) => `/${LANGUAGES[n % 3]}/figures/${key}?at=${DAY}${more}`
  const pages = [
    ...['/es/2020', '/en/2020', '/fr/2020', '/es/2017', '/es/2021'],
    ...FIGURES.map(figure),
    '/es/figures/health-initiatives?at=2017-12-31', // no value
    `/es/members?at=${DAY}`,
    `/es/members?at=${DAY}&q=zzzz`, // no rows
    `/fr/figures?at=${DAY}`,
    ...STUDIO,
  ]
  const region = (await get(at, '/es/2020')).text.match(/href="(\/es\/members\?[^"]*region=[^"]+)"/)
  if (region) pages.push(region[1].replaceAll('&amp;', '&'))
  else look(STATUS, '/es/2020: no link to the members of a region')
  for (const [n, [kind, key]] of Object.entries(RECORDS).entries()) {
    const language = LANGUAGES[n % 3]
    const rows = (await get(at, `/${language}/figures/${key}?at=${DAY}`)).text
    const record = rows.match(new RegExp(`href="(/${language}/${kind}/[^"]+)"`))
    if (record) pages.push(record[1])
    else look(STATUS, `/${language}/figures/${key}?at=${DAY}: no row leads to a record of the kind ${kind}`)
  }
  const found = pages.map(path => ({ path, status: 200 }))
  const wrong = [['/es/organisation/nobody', 404], ['/en/figures/members?at=yesterday', 400], ['/fr/1990', 404], ['/es/figures/nothing', 404]]
  return [...found, ...wrong.map(([path, status]) => ({ path, status }))]
}

/** Checks status, headers and HTML of a page. */
async function checkAnswer(at, { path, status }) {
  const answer = await get(at, path)
  look(STATUS, answer.status !== status && `${path}: ${answer.status} instead of ${status}`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  look(POLICY, !/default-src 'none'/.test(policy) && `${path}: the policy is “${policy}”`)
  look(POLICY, /unsafe-|\*/.test(policy) && `${path}: the policy allows too much: “${policy}”`)
  for (const forbidden of [/\sstyle\s*=\s*["'][^"']{0,60}/i, /<script[^>]{0,60}/i, /<style[^>]{0,60}/i, /\son[a-z]+\s*=\s*["'][^"']{0,60}/i, /javascript:/i]) {
    const found = answer.text.match(forbidden)
    // the studio has one script, served by the program itself
    const own = STUDIO.includes(path) && /^<script type="module" src="\/assets\/studio\.js/.test(found?.[0] ?? '')
    look(POLICY, found && !own && `${path}: ${found[0].trim()}`)
  }
  const sheet = answer.text.match(/<link rel="stylesheet" href="([^"]+)"/)
  const style = sheet ? (await get(at, sheet[1])).text : ''
  const weight = gzipSync(answer.text).length + gzipSync(style).length
  look(WEIGHT, weight > 100_000 && `${path}: ${weight} bytes`)
}

/** Runs in the page: the numbers of a year as shown, and the URL of each. */
function numbersOf(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const text = node => node?.textContent.replace(/\s+/g, ' ').trim() ?? null
  const href = node => node?.closest('a')?.getAttribute('href') ?? null
  const found = [...page.querySelectorAll('details.number')].map(one => ({
    key: one.id,
    shown: text(one.querySelector('.value .shown')),
    prefix: text(one.querySelector('.value .prefix')),
    also: text(one.querySelector('.value .also')),
    href: href(one.querySelector('.main-link')),
    within: [...one.querySelectorAll('.opened dd a')].map(link => ({ words: text(link), href: href(link) })),
  }))
  const list = (selector, shown, name) => [...page.querySelectorAll(selector)].map(one => ({
    where: selector, shown: text(one.querySelector(shown)), name: text(name && one.querySelector(name)), href: href(one.querySelector(shown)) ?? one.querySelector('a')?.getAttribute('href') ?? null,
  }))
  return {
    numbers: found,
    steps: list('.balance li', '.shown', null),
    others: [...list('.regions li', '.shown', '.name'), ...list('.channels li', '.shown', '.name'), ...list('.themes li', 'b', 'span')],
  }
}

/** Runs in the page: its first number, those of its parts, and the texts of its cells by the name of their row. */
function shownOn(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const text = node => node?.textContent.replace(/\s+/g, ' ').trim() ?? null
  const cells = [...page.querySelectorAll('table.rows tr')].map(row => [...row.children].map(text))
  const parts = [...page.querySelectorAll('nav.tabs a, .reasons b')].map(one => text(one).match(/^\d[\d\s.,]*\d|^\d/)?.[0])
  return { shown: text(page.querySelector('.figure-value .shown')), prefix: text(page.querySelector('.figure-value .prefix')), count: text(page.querySelector('h1 .count')), parts, cells }
}

/** Checks every number on the page of a year against the page it links to. */
async function checkNumbers(at, parser, path) {
  const year = await parser.evaluate(numbersOf, (await get(at, path)).text)
  const open = async href => parser.evaluate(shownOn, (await get(at, withoutFragment(href))).text)
  const fault = (what, why) => look(NUMBERS, `${path}: ${what}: ${why}`)
  look(NUMBERS, year.numbers.length < 20 && `${path}: only ${year.numbers.length} numbers`)
  for (const one of year.numbers) {
    if (!one.href) { fault(`#${one.key}`, 'leads nowhere'); continue }
    const there = await open(one.href)
    if (there.shown !== one.shown || there.prefix !== one.prefix) fault(`#${one.key}`, `“${one.prefix ?? ''} ${one.shown}” here, “${there.prefix ?? ''} ${there.shown}” on ${one.href}`)
    const others = []
    for (const other of one.within) {
      const { shown } = await open(other.href)
      others.push(shown)
      if (!other.words.includes(shown)) fault(`#${one.key}`, `“${other.words}” here, “${shown}” on ${other.href}`)
    }
    if (one.also && !others.includes(one.also.replace(/^\+\s*/, ''))) fault(`#${one.key}`, `nothing that opens shows “${one.also}”`)
  }
  const first = year.numbers[0]?.shown
  for (const step of year.steps) {
    const shown = step.shown.replace(/^[+−=]\s*/, '')
    // the sum is the same number as the large one above it
    if (step.shown.startsWith('=') && shown === first) continue
    if (!step.href) { fault(`.balance “${step.shown}”`, 'leads nowhere'); continue }
    const there = await open(step.href)
    if (there.shown !== shown && !there.parts.includes(shown)) fault(`.balance “${step.shown}”`, `“${there.shown}” on ${step.href}`)
  }
  for (const one of year.others) {
    if (!one.href) { fault(`${one.where} “${one.name}”`, 'leads nowhere'); continue }
    const there = await open(one.href)
    // a theme without activities has no row
    const none = one.shown === '—' && !there.cells.some(row => row[0] === one.name)
    const same = there.shown === one.shown || there.count === one.shown || none || there.cells.some(row => row.includes(one.shown) && row[0].startsWith(one.name))
    if (!same) fault(`${one.where} “${one.name}”`, `“${one.shown}” is not on ${one.href}`)
  }
}

/** Follows every link of these pages within the site. */
async function checkLinks(at, parser, paths) {
  const from = new Map()
  const ids = async path => parser.evaluate(html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[id]')].map(one => one.id), (await get(at, path)).text)
  for (const path of paths) {
    const hrefs = await parser.evaluate(html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href], link[href]')].map(one => one.getAttribute('href')), (await get(at, path)).text)
    for (const href of hrefs) {
      const whole = href.startsWith('#') ? path + href : href
      if (whole.startsWith('/') && !from.has(whole)) from.set(whole, path)
    }
  }
  const missing = new Map()
  await pool([...from], async ([href, path]) => {
    const [address, fragment] = href.split('#')
    const { status } = await get(at, address)
    if (status >= 400) look(LINKS, `${path}: ${href} is ${status}`)
    else if (fragment && !(await ids(address)).includes(fragment)) missing.set(fragment, [...missing.get(fragment) ?? [], `${address}, to which ${path} leads`])
  })
  for (const [fragment, where] of missing) look(LINKS, `there is no #${fragment} on ${where[0]}${where.length > 1 ? `, and on ${where.length - 1} more` : ''}`)
  look(LINKS, from.size < 100 && `only ${from.size} links were found`)
}

async function pool(all, work, workers = AT_ONCE) {
  const left = [...all]
  await Promise.all(Array.from({ length: workers }, async (_, n) => {
    while (left.length) await work(left.shift(), n)
  }))
}

// ---- checks in the browser
// ------------------------------------------------------------------------------------------------------

/** Opens a page that reports what goes wrong while it is used. */
async function open(browser, at, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const here = () => page.url().replace(at, '')
  page.on('console', message => {
    // the browser also logs the status of an error page
    if (message.type() === 'error' && message.location().url !== page.url()) look(CONSOLE, `${here()}: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', error => look(CONSOLE, `${here()}: ${error.message}`))
  // requests cancelled because the test went on are not faults
  page.on('requestfailed', request => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') look(CONSOLE, `${here()}: ${request.url()} ${request.failure()?.errorText}`) })
  page.on('response', response => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) look(CONSOLE, `${here()}: ${response.url()} is ${response.status()}`)
  })
  page.on('request', request => {
    if (!request.url().startsWith(`${at}/`) && !request.url().startsWith('data:')) look(STRANGERS, `${here()}: ${request.url()}`)
  })
  return page
}

async function axe(page, group, where, rules = []) {
  look(group)
  // marks of the map are as far apart as the places: the list beside the map has the same links
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('.map a').setLegacyMode(true)
  const { violations } = await (rules.length ? builder.withRules(rules) : builder.withTags(AXE)).analyze()
  for (const one of violations) {
    const nodes = one.nodes.slice(0, 3).map(node => `${node.target.join(' ')} — ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`)
    look(group, `${where}: ${one.id} (${one.nodes.length}): ${one.help}\n      ${nodes.join('\n      ')}`)
  }
}

async function sideways(page, group, where) {
  look(group)
  const found = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return null
    const beyond = one => {
      const box = one.getBoundingClientRect()
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !one.closest('.skip, .heard')
    }
    const out = [...document.body.querySelectorAll('*')].filter(one => beyond(one) && ![...one.children].some(beyond))
    const name = one => one.tagName.toLowerCase() + (one.id ? `#${one.id}` : '') + (one.getAttribute('class') ? `.${one.getAttribute('class').replaceAll(' ', '.')}` : '')
    const whole = one => `${one.parentElement ? `${name(one.parentElement)} > ` : ''}${name(one)} “${one.textContent.trim().slice(0, 30)}”`
    return { to: root.scrollWidth, wide: root.clientWidth, out: out.slice(0, 3).map(whole) }
  })
  if (found) look(group, `${where} at ${found.wide}: scrolls to ${found.to}: ${found.out.join(', ')}`)
}

async function targets(page, where) {
  look(TARGETS)
  const small = await page.evaluate(() => {
    // a link inside text is as high as its line; the place of a mark of the map is what it says, and the list beside the map has the same links
    const inSentence = one => getComputedStyle(one).display === 'inline' && one.parentElement.matches('p, dd, li, figcaption, td, th') && one.parentElement.textContent.trim() !== one.textContent.trim()
    const boxes = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select')].filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip, .map a'))
    return boxes.filter(one => !inSentence(one)).map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && (box.height < 23.9 || box.width < 23.9))
      .map(([one, box]) => `${one.parentElement.tagName.toLowerCase()}${one.parentElement.className ? `.${one.parentElement.className.replaceAll(' ', '.')}` : ''} > ${one.tagName.toLowerCase()}${one.className ? `.${one.className.replaceAll(' ', '.')}` : ''} “${one.textContent.trim().slice(0, 24)}” ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`)
  })
  const kinds = new Map(small.map(text => [text.replace(/ “.*/, ''), text]))
  for (const text of kinds.values()) look(TARGETS, `${where}: ${text}`)
}

const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true }))

/** Checks one page at both widths: axe, scrolling, target sizes; with details open; and from right to left. */
async function see(page, at, { path }) {
  await page.setViewportSize(WIDE)
  await page.goto(at + path)
  await axe(page, AXE_LIGHT, `${path} at 1440`)
  await sideways(page, SIDEWAYS, path)
  await targets(page, `${path} at 1440`)
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await sideways(page, SIDEWAYS, path)
  }
  await page.setViewportSize(NARROW)
  await axe(page, AXE_LIGHT, `${path} at 390`)
  await sideways(page, SIDEWAYS, path)
  await targets(page, `${path} at 390`)
  const foldable = await page.locator('details').count()
  if (foldable) {
    await openAll(page)
    await sideways(page, SIDEWAYS, `${path}, opened,`)
    await targets(page, `${path}, opened, at 390`)
    if (path === '/es/2020' || path.includes('&by=')) await axe(page, AXE_OPEN, `${path} at 390`)
  }
  if (!/^\/ar\//.test(path)) {
    await page.evaluate(() => { document.documentElement.dir = 'rtl' })
    await sideways(page, MIRRORED, path)
  }
}

async function seeInTheDark(page, at, { path }) {
  await page.goto(at + path)
  await openAll(page)
  await axe(page, AXE_DARK, path, ['color-contrast', 'link-in-text-block'])
}

/** Steps through the page of a year with Tab: the focus is always visible, and a number opens and closes with Enter. */
async function useTheKeyboard(browser, at) {
  look(KEYBOARD)
  const page = await open(browser, at, { viewport: WIDE })
  const path = '/es/2020'
  const fault = text => look(KEYBOARD, `${path}: ${text}`)
  await page.goto(at + path)
  const stop = () => page.evaluate(() => {
    const one = document.activeElement
    if (one === document.body) return null
    const style = getComputedStyle(one)
    const box = one.getBoundingClientRect()
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$|transparent/.test(style.outlineColor)
    const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    const all = [...document.querySelectorAll('*')]
    return { ring, inView, place: all.indexOf(one), tag: one.tagName, href: one.getAttribute('href'), words: one.textContent.trim().slice(0, 40), key: one.closest('details')?.id }
  })
  await page.keyboard.press('Tab')
  const skip = await stop()
  if (skip?.href !== '#main' || !skip.inView) fault('the first stop is no visible link that skips the navigation')
  await page.keyboard.press('Enter')
  if (await page.evaluate(() => document.activeElement.id) !== 'main') fault('the skip link does not lead to the main part')
  await page.goto(at + path)
  let before = -1
  const summaries = new Set()
  for (let n = 0; n < 400; n++) {
    await page.keyboard.press('Tab')
    const here = await stop()
    if (!here || here.place < before) break
    before = here.place
    if (!here.ring) fault(`no ring around ${here.tag.toLowerCase()} “${here.words}”`)
    if (!here.inView) fault(`out of sight: ${here.tag.toLowerCase()} “${here.words}”`)
    if (here.tag === 'SUMMARY') summaries.add(here.key)
  }
  const all = await page.locator('details').evaluateAll(them => them.filter(one => one.checkVisibility()).map(one => one.id))
  for (const key of all) if (!summaries.has(key)) fault(`Tab does not reach #${key}`)
  // open the first and the last number, follow the link of the last
  for (const key of [all[0], all.at(-1)]) {
    await page.locator(`#${key} > summary`).focus()
    await page.keyboard.press('Enter')
    if (!await page.locator(`#${key}`).evaluate(one => one.open)) fault(`Enter does not open #${key}`)
    await page.keyboard.press('Enter')
    if (await page.locator(`#${key}`).evaluate(one => one.open)) fault(`a second Enter does not close #${key}`)
    await page.keyboard.press('Space')
    if (!await page.locator(`#${key}`).evaluate(one => one.open)) fault(`the space bar does not open #${key}`)
    await page.keyboard.press('Tab')
    const inside = await stop()
    if (inside?.key !== key || inside.tag !== 'A' || !inside.ring) fault(`after opening #${key}, Tab does not go to a link inside`)
  }
  const last = all.at(-1)
  await page.locator(`#${last} .main-link`).focus()
  await Promise.all([page.waitForURL(/\/figures\//), page.keyboard.press('Enter')])
  await page.context().close()
}

/** With scripts switched off: from a year to a record and back, and the filter of the list of members. */
async function useWithoutScript(browser, at) {
  look(NO_SCRIPT)
  const page = await open(browser, at, { viewport: NARROW, javaScriptEnabled: false })
  page.setDefaultTimeout(5_000)
  const step = async (what, act) => {
    try { await act() } catch (error) { look(NO_SCRIPT, `${what}: ${String(error.message).split('\n')[0]}`) }
  }
  await step('the address of the site leads to a year', async () => {
    await page.goto(at)
    await page.waitForURL(/\/\d{4}$/)
    await page.goto(`${at}/en/2020`)
  })
  await step('a number opens', async () => {
    await page.locator('#members > summary').click()
    await page.locator('#members .main-link').waitFor({ state: 'visible' })
  })
  await step('it leads to its figure', async () => {
    await page.locator('#members .main-link').click()
    await page.waitForURL(/\/en\/figures\/members\?at=2020-12-31/)
  })
  await step('the figure has rows and a table of its years', async () => {
    await page.locator('.figure-rows table.rows tbody tr').first().waitFor()
    await page.locator('details.as-table > summary').click()
    await page.locator('details.as-table table').waitFor({ state: 'visible' })
  })
  await step('its rows go on', async () => {
    await page.locator('.pager a[rel=next]').click()
    await page.waitForURL(/after=/)
    await page.locator('.figure-rows table.rows tbody tr').first().waitFor()
  })
  await step('another day can be asked', async () => {
    await page.locator('form.ask input[name=at]').fill('2019-12-31')
    await page.locator('form.ask button').click()
    await page.waitForURL(/at=2019-12-31/)
    const chosen = await page.locator('.figure-value .shown').textContent()
    const then = (await get(at, '/en/2019/live')).text.match(/id="members".*?class="shown">([^<]+)/s)?.[1]
    if (chosen !== then) throw new Error(`“${chosen}” on 31 December 2019, “${then}” on the live page of 2019`)
  })
  await step('the rows that are left out have a tab', async () => {
    await page.locator('nav.tabs a[href*="class=left-out"]').click()
    await page.waitForURL(/class=left-out/)
  })
  await step('a row leads to a record', async () => {
    await page.goto(`${at}/en/figures/members?at=${DAY}`)
    await page.locator('.figure-rows table.rows a[href*="/organisation/"]').first().click()
    await page.waitForURL(/\/en\/organisation\//)
    await page.locator('h1').waitFor()
  })
  await step('the members can be filtered by region and words', async () => {
    await page.goto(`${at}/en/members?at=${DAY}`)
    const region = await page.locator('select[name=region] option').nth(1).getAttribute('value')
    await page.locator('select[name=region]').selectOption(region)
    await page.locator('form.ask button').click()
    await page.waitForURL(url => url.searchParams.get('region') === region)
    const name = (await page.locator('table.rows tbody tr th').first().textContent()).trim().split(' ')[0]
    await page.locator('input[name=q]').fill(name)
    await page.locator('form.ask button').click()
    await page.waitForURL(url => url.searchParams.get('q') === name && url.searchParams.get('region') === region)
    await page.locator('table.rows tbody tr', { hasText: name }).first().waitFor()
  })
  await step('the studio answers by its button', async () => {
    await page.goto(`${at}/en/studio?at=${DAY}`)
    await page.locator('select[name="c1"]').selectOption('admissions')
    await page.locator('.send button').click()
    await page.waitForURL(/c1=admissions/)
    await page.locator('#studio-number .shown').waitFor()
  })
  await step('the language changes and the page stays', async () => {
    await page.goto(`${at}/en/figures/members?at=${DAY}`)
    await page.locator('nav.languages a[lang=fr]').click()
    await page.waitForURL(/\/fr\/figures\/members\?at=2020-12-31/)
  })
  await page.context().close()
}

/** Uses the studio: the number is updated, the focus stays, the URL can be shared. */
async function useTheStudio(browser, at) {
  look(CHOOSING)
  const page = await open(browser, at, { viewport: WIDE })
  page.setDefaultTimeout(10_000)
  const shown = () => page.locator('#studio-number').innerText()
  const step = async (what, act) => {
    try { await act() } catch (error) { look(CHOOSING, `${what}: ${String(error.message).split('\n')[0]}`) }
  }
  const changes = async act => {
    const before = await shown()
    await act()
    await page.waitForFunction(old => document.getElementById('studio-number').innerText !== old, before)
  }
  await step('another list gives another number, and the focus stays', async () => {
    await page.goto(`${at}/en/studio?at=${DAY}`)
    const list = page.locator('select[name="c1"]')
    await list.focus()
    await changes(() => list.selectOption('admissions'))
    if (await page.evaluate(() => document.activeElement.name) !== 'c1') throw new Error('the focus is lost')
  })
  await step('the address holds the choices', async () => {
    await page.waitForURL(/c1=admissions/)
    const before = await shown()
    await page.reload()
    if (await shown() !== before) throw new Error('the same address gives another number')
  })
  await step('a condition is added, and its values change the number, by keyboard', async () => {
    await page.locator('select[name="c1.add"]').selectOption('region')
    await page.locator('#f-c1\\.is\\.region-0').waitFor()
    await page.locator('#f-c1\\.is\\.region-0').focus()
    await changes(() => page.keyboard.press('Space'))
    if (await page.evaluate(() => document.activeElement.id) !== 'f-c1.is.region-0') throw new Error('the focus is lost')
  })
  await step('a kind of participation is switched off and the years show it', async () => {
    await page.goto(`${at}/en/studio?from=active-members&at=${DAY}`)
    await changes(() => page.locator('input[name="c1.is.role"][value="attended"]').uncheck())
    await page.locator('.trying td', { hasText: 'pp' }).first().waitFor()
    await page.locator('.moved a').first().waitFor()
  })
  await step('it can be saved from there', async () => {
    await page.locator('.studio-save a').click()
    await page.locator('.file-text', { hasText: 'version = 3' }).waitFor()
  })
  await page.context().close()
}

/** A membership officer changes a leader and takes it back. */
async function useTheOffice(browser, at, { language, ...options }) {
  look(OFFICE)
  const page = await open(browser, at, options)
  page.setDefaultTimeout(10_000)
  const where = `${language} ${options.viewport.width} px${options.javaScriptEnabled === false ? ', no script' : ''}`
  const step = async (what, act) => {
    try { await act() } catch (error) { look(OFFICE, `${where}, ${what}: ${String(error.message).split('\n')[0]}`) }
  }
  const checked = async name => {
    if (options.javaScriptEnabled === false) return
    await axe(page, OFFICE_AXE, `${where}, ${name}`)
    await sideways(page, OFFICE, `${where}, ${name}`)
    await targets(page, `office ${name}`)
  }
  await step('one click signs in', async () => {
    await page.goto(`${at}/${language}/cast`)
    await checked('cast')
    await page.click('button[value="cast-membership-officer"]')
    await page.waitForURL(/\/office$/)
    await checked('start')
  })
  await step('a list is narrowed', async () => {
    await page.goto(`${at}/${language}/office/organisation?is.level=metropolitan&sort=-code`)
    await page.locator('.conditions li').waitFor()
    await page.locator('.narrow summary').first().waitFor()
    await checked('list')
  })
  await step('a record opens from it', async () => {
    await page.locator('table.list tbody a').first().click()
    await page.locator('.record-top h1').waitFor()
    await checked('record')
  })
  await step('a fact of it opens', async () => {
    const record = page.url()
    await page.locator('.panel table a[href*="/memberships/"]').first().click()
    await page.locator('.offered a').first().waitFor()
    await checked('fact')
    await page.goto(record)
  })
  await step('a leader is changed', async () => {
    await page.locator('.offered a.main').click()
    await checked('form')
    await page.fill('input[name^=label_]', 'Nuru Kwalande')
    await page.fill('#from', '2026-06')
    await page.click('.save button.main')
    await page.locator('.follows li').first().waitFor()
    await checked('what follows')
    await page.click('button[name=save]')
    await page.locator('.answer[role=status]').waitFor()
  })
  await step('and changed back', async () => {
    await page.locator('.answer[role=status] button').click()
    await page.waitForURL(/batches\?saved=/)
    await checked('batches')
  })
  await step('a name has a tab per language, and says where it is missing', async () => {
    await page.goto(`${at}/${language}/office/place/do/places.create`)
    await page.locator('.tab').nth(1).click()
    await page.locator('.words input:visible').fill('Ciudad')
    const [missing, shown] = [await page.locator('.lacks:visible').count(), await page.locator('.words input:visible').count()]
    if (missing !== 2 || shown !== 1) throw new Error(`${missing} languages lack a name, and ${shown} are shown`)
    await checked('languages')
    await page.click('.save button.main')
    if (await page.locator('.words input:visible').inputValue() !== 'Ciudad') throw new Error('another tab is open, or it is empty')
  })
  await step('a file is attached and taken off', async () => {
    await page.goto(`${at}/${language}/office/organisation/org-berlin/files`)
    await page.setInputFiles('#file', { name: 'charter.pdf', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') })
    await page.click('button[value=attach]')
    await page.locator('.answer[role=status]').waitFor()
    await page.locator('.files summary').first().click()
    await checked('files')
    await page.click('button[value=remove]')
    await page.locator('.files').waitFor({ state: 'detached' })
  })
  await step('names are written for several rows', async () => {
    await page.goto(`${at}/${language}/office/activity`)
    for (const n of [0, 1]) await page.locator('td.tick input').nth(n).check()
    await page.locator('form[action*="/bulk/"] button[type=submit]').first().click()
    await page.selectOption('#set_what', 'label_fr')
    await page.click('.save button.main')
    await page.locator('[name^=words_of_row_]').first().fill('Un autre nom')
    await page.click('.save button.main')
    await page.locator('.rows-changed li').waitFor()
    await checked('words of several rows')
  })
  if (options.javaScriptEnabled !== false && options.viewport === WIDE) {
    look(OFFICE_FIND)
    await page.keyboard.press('Control+k')
    const focused = await page.evaluate(() => document.activeElement?.id)
    if (focused !== 'find') look(OFFICE_FIND, `Ctrl K leads to ${focused}`)
    await page.keyboard.type('bar')
    await page.locator('#find-offered option').first().waitFor({ state: 'attached' }).catch(() => look(OFFICE_FIND, 'nothing is offered'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/find\?q=bar/).catch(error => look(OFFICE_FIND, String(error.message).split('\n')[0]))
  }
  await page.context().close()
}

/** An administrator sets up a second factor and turns it off, and reads what an account can do and who sees a record. */
async function useTheAccounts(browser, at, { language, ...options }) {
  look(ACCOUNTS)
  const page = await open(browser, at, options)
  page.setDefaultTimeout(10_000)
  const where = `${language} ${options.viewport.width} px${options.javaScriptEnabled === false ? ', no script' : ''}`
  const step = async (what, act) => {
    try { await act() } catch (error) { look(ACCOUNTS, `${where}, ${what}: ${String(error.message).split('\n')[0]}`) }
  }
  const checked = async name => {
    if (options.javaScriptEnabled === false) return
    await axe(page, OFFICE_AXE, `${where}, ${name}`)
    await sideways(page, ACCOUNTS, `${where}, ${name}`)
    await targets(page, `accounts ${name}`)
  }
  await step('a second factor is set up with the code of a telephone', async () => {
    await page.goto(`${at}/${language}/cast`)
    await page.click('button[value="cast-administrator"]')
    await page.goto(`${at}/${language}/office/me/second-factor`)
    await checked('no second factor')
    await page.click('button[value=begin]')
    await page.locator('.factor svg').waitFor()
    await checked('its picture')
    await page.fill('#code', codeOf(await page.locator('.factor code').textContent()))
    await page.click('button[value=confirm]')
    const codes = await page.locator('.recovery li').count()
    if (codes !== 10) look(ACCOUNTS, `${where}: ${codes} recovery codes`)
    await checked('recovery codes')
  })
  await step('and turned off', async () => {
    await page.goto(`${at}/${language}/office/me/second-factor`)
    await checked('in use')
    await page.click('button[value=off]')
    await page.locator('button[value=begin]').waitFor()
  })
  for (const place of ['team', 'access', 'team/cast-regional-secretary', 'team/cast-intern', 'organisation/org-berlin/who']) {
    await step(place, async () => {
      const answer = await page.goto(`${at}/${language}/office/${place}`)
      if (answer.status() !== 200) look(ACCOUNTS, `${where}, ${place}: ${answer.status()}`)
      await checked(place)
    })
  }
  await page.context().close()
}

/** The code that a telephone shows now for a key (RFC 6238). */
function codeOf(key) {
  const bits = [...key.replace(/ /g, '')].map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const signed = createHmac('sha1', secret).update(step).digest()
  const number = signed.readUInt32BE(signed[19] & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

async function print(browser, at, language) {
  look(PRINT)
  const page = await open(browser, at, { viewport: WIDE })
  await page.goto(`${at}/${language}/2020`)
  const folder = mkdtempSync(join(tmpdir(), 'decapolis-print-'))
  try {
    const file = join(folder, 'page.pdf')
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true, format: 'A4' }))
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
    const pages = info.match(/^Pages:\s+(\d+)/m)?.[1]
    const [, width, height] = info.match(/^Page size:\s+([\d.]+) x ([\d.]+)/m) ?? []
    if (pages !== '1') look(PRINT, `/${language}/2020: ${pages} pages`)
    if (Math.abs(width - 595) > 2 || Math.abs(height - 842) > 2) look(PRINT, `/${language}/2020: a page of ${width} by ${height} points is no A4`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await page.context().close()
}

// ---- all of it ----------------------------------------------------------------------------------------------------------------

const { running, at } = await start()
let browser
try {
  const pages = await addresses(at)
  await pool(pages, page => checkAnswer(at, page))
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const parser = await (await browser.newContext()).newPage()
  const years = pages.filter(({ path }) => /^\/..\/\d{4}$/.test(path) && !path.endsWith('1990'))
  for (const { path } of years) await checkNumbers(at, parser, path)
  await checkLinks(at, parser, pages.filter(({ status }) => status === 200).map(({ path }) => path))
  look(CONSOLE)
  look(STRANGERS)
  // one window per worker, because a window costs more than a page
  const windows = options => Promise.all(Array.from({ length: AT_ONCE }, () => open(browser, at, options)))
  const [bright, dark] = [await windows({ viewport: WIDE }), await windows({ viewport: NARROW, colorScheme: 'dark' })]
  await pool(pages, (page, worker) => see(bright[worker], at, page))
  // languages and years differ in text, not in colours
  await pool(pages.filter(({ path }) => /^\/es\/(?!2017|2021)/.test(path) || /\/(funding|activity|area)/.test(path)), (page, worker) => seeInTheDark(dark[worker], at, page))
  for (const page of [...bright, ...dark]) await page.context().close()
  await useTheKeyboard(browser, at)
  await useWithoutScript(browser, at)
  await useTheStudio(browser, at)
  await useTheOffice(browser, at, { language: 'en', viewport: WIDE })
  await useTheOffice(browser, at, { language: 'es', viewport: NARROW, colorScheme: 'dark' })
  await useTheOffice(browser, at, { language: 'fr', viewport: NARROW, javaScriptEnabled: false })
  await useTheAccounts(browser, at, { language: 'en', viewport: WIDE })
  await useTheAccounts(browser, at, { language: 'es', viewport: NARROW, colorScheme: 'dark' })
  await useTheAccounts(browser, at, { language: 'fr', viewport: NARROW, javaScriptEnabled: false })
  for (const language of LANGUAGES) await print(browser, at, language)
} finally {
  await browser?.close()
  running.removeAllListeners('exit')
  running.kill()
}

let [passed, failed] = [0, 0]
for (const [group, faults] of groups) {
  faults.size ? failed++ : passed++
  console.log(`${faults.size ? 'failed' : 'ok    '}  ${group}`)
  for (const fault of [...faults].slice(0, MOST_FAULTS)) console.log(`    ${fault}`)
  if (faults.size > MOST_FAULTS) console.log(`    and ${faults.size - MOST_FAULTS} more`)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
