// Asks the interface for programs what nobody would, as its own description allows (schemathesis), and looks at every answer: none may be an
// error of the program, and each must be what the description says. Run after a build, with schemathesis as SCHEMATHESIS.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLES = process.env.EXAMPLES ?? '3'
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance']

function program() {
  if (process.env.DECAPOLIS_BIN) return process.env.DECAPOLIS_BIN
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target')
  const built = ['debug', 'demo'].map(profile => join(target, profile, 'decapolis')).filter(existsSync)
  if (!built.length) throw new Error('there is no program to test: run cargo build first')
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

/** Starts the demo on a register of its own: what is asked of it also writes. */
function start(folder) {
  const running = spawn(program(), ['demo', '--dir', folder, '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    running.on('exit', code => reject(new Error(`the program ended with ${code} before it served`)))
    createInterface({ input: running.stdout }).on('line', line => {
      const address = line.match(/^http:\/\/\S+/)?.[0]
      if (address) resolve({ running, at: address.replace(/\/$/, '') })
    })
  })
}

/** Signs in as one of the demo's cast and makes a token that writes. */
async function token(at) {
  const send = (path, fields, cookie = '') => fetch(at + path, {
    method: 'POST', body: new URLSearchParams(fields), redirect: 'manual',
    headers: { origin: at, 'sec-fetch-site': 'same-origin', cookie },
  })
  const signedIn = await send('/en/cast', { as: 'cast-administrator' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
  const page = await (await send('/en/office/tokens', { name: 'test', writes: 'yes', region: '', days: '1' }, cookie)).text()
  return page.match(/decapolis_[\w-]+/)?.[0] ?? (() => { throw new Error('no token was made') })()
}

const folder = mkdtempSync(join(tmpdir(), 'decapolis-programs-'))
const { running, at } = await start(folder)
let status = 1
try {
  const args = ['run', `${at}/api/v1/openapi.json`, '--header', `Authorization: Bearer ${await token(at)}`, '--checks', CHECKS.join(','),
    '--phases', 'fuzzing', '--max-examples', EXAMPLES, '--workers', '2', '--seed', '1', '--no-color', '--suppress-health-check', 'all']
  status = spawnSync(process.env.SCHEMATHESIS ?? 'st', args, { stdio: 'inherit', cwd: folder }).status ?? 1
} finally {
  running.removeAllListeners('exit').kill()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = status
