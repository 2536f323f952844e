// The program running for a test, and a program that speaks for one of the demo's cast.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The newest build. */
export function program() {
  if (process.env.DECAPOLIS_BIN) return process.env.DECAPOLIS_BIN
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
  const built = ['debug', 'demo'].map(profile => join(target, profile, 'decapolis')).filter(existsSync)
  if (!built.length) throw new Error('there is no program to test: run cargo build first')
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

/** Starts the demo in this folder and waits until it prints its address. */
export function start(folder) {
  const running = spawn(program(), ['demo', '--dir', folder, '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  running.stderr.on('data', bytes => said.push(bytes))
  return new Promise((resolve, reject) => {
    running.once('exit', code => reject(new Error(`the program ended with ${code} before it served:\n${Buffer.concat(said)}`)))
    createInterface({ input: running.stdout }).on('line', line => {
      const address = line.match(/^http:\/\/\S+/)?.[0]
      if (address) resolve({ running, at: address.replace(/\/$/, '') })
    })
  })
}

/** Signs in as one of the cast and makes a token that writes. */
export async function token(at, person) {
  const send = (path, fields, cookie = '') => fetch(at + path, {
    method: 'POST', body: new URLSearchParams(fields), redirect: 'manual',
    headers: { origin: at, 'sec-fetch-site': 'same-origin', cookie },
  })
  const signedIn = await send('/en/cast', { as: person })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
  const page = await (await send('/en/office/tokens', { name: 'test', writes: 'yes', region: '', days: '1' }, cookie)).text()
  const made = page.match(/decapolis_[\w-]+/)?.[0]
  if (!made) throw new Error('no token was made')
  return made
}
