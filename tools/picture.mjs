// Makes docs/page.png, the picture of the README: the top of the example's page of 2020 in English, at 1440 pixels.
//   node tools/picture.mjs           writes it (make picture)
//   node tools/picture.mjs --check   fails if the page does not look like it any more (part of make test)
// DECAPOLIS_BIN names a program other than the newest build. Its example is the one of the browser's tests.
import { createRequire } from 'node:module'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core')
const file = join(root, 'docs/page.png')
const TOP = { x: 0, y: 0, width: 1440, height: 1020 }
/** How many pixels in a thousand may differ: letters are drawn a little differently by each version of the browser. */
const MAY_DIFFER = 20

function program() {
  if (process.env.DECAPOLIS_BIN) return process.env.DECAPOLIS_BIN
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
  const built = ['debug', 'demo', 'release'].map(profile => join(target, profile, 'decapolis')).filter(existsSync)
  if (!built.length) throw new Error('there is no program: run make demo first')
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

function start() {
  const folder = process.env.DECAPOLIS_BROWSER_DEMO ?? join(root, 'target/browser-demo')
  const running = spawn(program(), ['demo', '--dir', folder, '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('exit', code => reject(new Error(`the program ended with ${code} before it served`)))
    createInterface({ input: running.stdout }).on('line', line => {
      const address = line.match(/^http:\/\/\S+/)?.[0]
      if (address) resolve({ running, at: address.replace(/\/$/, '') })
    })
  })
}

/** The picture. The short address and its code have the port of this run, so they are not in it. */
async function picture(browser, at) {
  const page = await browser.newPage({ viewport: { width: TOP.width, height: TOP.height }, bypassCSP: true })
  await page.goto(`${at}/en/2020`, { waitUntil: 'load' })
  await page.addStyleTag({ content: '.short { visibility: hidden }' })
  await page.evaluate(() => document.fonts.ready)
  const bytes = await page.screenshot({ clip: TOP, fullPage: true })
  await page.close()
  return bytes
}

/** How many pixels in a thousand differ visibly between two pictures; all of them if their sizes differ. */
async function difference(browser, one, other) {
  const page = await browser.newPage()
  const [a, b] = [one, other].map(bytes => `data:image/png;base64,${bytes.toString('base64')}`)
  const found = await page.evaluate(async ([a, b]) => {
    const pixels = async source => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      const pen = canvas.getContext('2d')
      pen.drawImage(image, 0, 0)
      return pen.getImageData(0, 0, image.width, image.height)
    }
    const [before, now] = [await pixels(a), await pixels(b)]
    if (before.width !== now.width || before.height !== now.height) return 1000
    let differ = 0
    for (let at = 0; at < now.data.length; at += 4) {
      if ([0, 1, 2].some(part => Math.abs(before.data[at + part] - now.data[at + part]) > 60)) differ++
    }
    return differ * 4000 / now.data.length
  }, [a, b])
  await page.close()
  return found
}

const { running, at } = await start()
const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const bytes = await picture(browser, at)
  if (process.argv.includes('--check')) {
    const differ = await difference(browser, readFileSync(file), bytes)
    console.log(`docs/page.png: ${differ.toFixed(1)} of 1000 pixels differ from the page`)
    if (differ > MAY_DIFFER) {
      console.error('the picture of the README is not the page any more: run make picture, look at it, and commit it')
      process.exitCode = 1
    }
  } else {
    writeFileSync(file, bytes)
    console.log(`docs/page.png ${bytes.length} bytes`)
  }
} finally {
  await browser.close()
  running.removeAllListeners('exit')
  running.kill()
}
