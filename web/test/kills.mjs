// Kills the program with -9 while it saves, again and again: what was answered is there afterwards, and what was not answered is done once when
// its request is sent again with the same key. `KILLS` says how many times. Run after a build.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start, token } from './running.mjs'

const KILLS = Number(process.env.KILLS ?? 10)
const AT_ONCE = 4
const faults = []
const folder = mkdtempSync(join(tmpdir(), 'decapolis-kills-'))
let server = await start(folder)
const shown = await token(server.at, 'cast-membership-officer')
const headers = { authorization: `Bearer ${shown}` }

/** Makes a person of this name; the name is the key, too. `null` where no answer came. */
async function make(name) {
  const body = JSON.stringify({ fields: { label: { und: name }, gender: 'not-stated', illustrative: true } })
  try {
    const answer = await fetch(`${server.at}/api/v1/actions/people.create`, { method: 'POST', body, headers: { ...headers, 'idempotency-key': name } })
    const made = await answer.json()
    if (answer.status !== 201) faults.push(`${name}: ${answer.status} ${JSON.stringify(made)}`)
    return made.batch ?? null
  } catch {
    return null
  }
}

/** How many people have a name with these words. */
async function count(words) {
  const found = await fetch(`${server.at}/api/v1/records/person?q=${encodeURIComponent(words)}&limit=500`, { headers })
  return (await found.json()).rows
}

let answered = 0, unanswered = 0
try {
  for (let n = 1; n <= KILLS; n++) {
    const kill = String(n).padStart(3, '0')
    const sent = new Map()
    let goes = true
    const writers = Array.from({ length: AT_ONCE }, async (_, writer) => {
      for (let n = 0; goes; n++) {
        const name = `Killed${kill} Writer${writer} Number${n}`
        sent.set(name, null)
        sent.set(name, await make(name))
      }
    })
    await new Promise(done => setTimeout(done, 30 + Math.random() * 400))
    const { running } = server
    const ended = new Promise(done => running.removeAllListeners('exit').once('exit', done))
    running.kill('SIGKILL')
    await ended
    goes = false
    await Promise.all(writers)
    server = await start(folder)
    const names = new Set((await count(`killed${kill}`)).map(row => Object.values(row.label)[0]))
    for (const [name, batch] of sent) {
      if (batch && !names.has(name)) faults.push(`${name} was answered with ${batch} and is not there`)
      if (batch) answered++
      else unanswered++
      const again = await make(name)
      if (!again) faults.push(`${name} is not answered when it is sent again`)
      if (batch && again !== batch) faults.push(`${name} was answered with ${batch}, and with ${again} when it was sent again`)
    }
    const after = (await count(`killed${kill}`)).map(row => Object.values(row.label)[0])
    if (after.length !== sent.size || new Set(after).size !== sent.size) faults.push(`after kill ${kill} there are ${after.length} people of ${sent.size}`)
  }
} finally {
  server.running.removeAllListeners('exit').kill()
  rmSync(folder, { recursive: true, force: true })
}
if (!answered) faults.push('nothing was answered before a kill: the test tests nothing')
console.log(`${KILLS} kills while saving: ${answered} answered and there, ${unanswered} not answered and done once when sent again`)
for (const fault of faults) console.log(`  ${fault}`)
process.exitCode = faults.length ? 1 : 0
