// Checks the sample pages in a browser: axe in light and dark mode, no horizontal scrolling, one A4 page in print, no
// violation of the content policy.
// Run: SAMPLES_INTO=../target/samples cargo test samples && npm run check -- ../target/samples [folder for pictures]
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { createServer } from 'node:http'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join, extname, normalize } from 'node:path'

const dist = fileURLToPath(new URL('dist/', import.meta.url))
const [samples, pictures] = process.argv.slice(2)
const only = process.env.ONLY ? new RegExp(process.env.ONLY) : /./
const POLICY = "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
const KINDS = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.woff2': 'font/woff2' }

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
  const file = path.startsWith('/assets/') ? join(dist, path.slice(8)) : join(samples, path)
  try {
    const body = await readFile(file)
    response.writeHead(200, { 'content-type': KINDS[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY })
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise(ready => server.listen(0, '127.0.0.1', ready))
const at = name => `http://127.0.0.1:${server.address().port}/${name}.html`
const names = (await readdir(samples)).filter(file => file.endsWith('.html')).map(file => file.slice(0, -5)).filter(name => only.test(name)).sort()

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const faults = []
const fault = text => { faults.push(text); console.error(text) }

async function look(name, width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('console', message => message.type() === 'error' && !message.text().includes('favicon') && !message.text().includes('404') && fault(`${name}: ${message.text()}`))
  await page.goto(at(name))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide > width) fault(`${name} at ${width}: scrolls sideways to ${wide}`)
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.${width}.${scheme}.png`), fullPage: true })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  for (const one of violations) fault(`${name} at ${width} ${scheme}: ${one.id}: ${one.help}\n    ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join('\n    ')}`)
  await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true }))
  const opened = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  for (const one of opened.violations) fault(`${name} at ${width} ${scheme}, opened: ${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' ')}`)
  await context.close()
}

async function print(name) {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(at(name))
  // The free space on the sheet. The page has a minimum height, which is switched off to measure it.
  await page.setViewportSize({ width: 703, height: 1032 })
  await page.emulateMedia({ media: 'print' })
  const high = await page.evaluate(() => { const main = document.querySelector('main'); main.style.minHeight = '0'; const it = main.getBoundingClientRect().height; main.style.minHeight = ''; return it })
  console.log(`${name}: ${Math.round(1032 - high)} of 1032 px left on paper`)
  await page.emulateMedia({ media: null })
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length
  if (pages !== 1) fault(`${name}: ${pages} printed pages`)
  if (pictures) await writeFile(join(pictures, `${name}.pdf`), pdf)
  await context.close()
}

if (pictures) await mkdir(pictures, { recursive: true })
for (const name of names) {
  for (const [width, scheme] of [[390, 'light'], [768, 'light'], [1440, 'light'], [1440, 'dark']]) await look(name, width, scheme)
  if (name.startsWith('sheet')) await print(name)
}
await browser.close()
server.close()
console.log(`${names.length} pages looked at, ${faults.length} faults`)
process.exitCode = faults.length ? 1 : 0
