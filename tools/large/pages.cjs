// Pages of the served register: their cost after a write, when repeated, and compared with the same pages of the example.
'use strict'
const { execFileSync, spawn } = require('node:child_process')
const { writeFileSync, readFileSync } = require('node:fs')
const http = require('node:http')
const { join } = require('node:path')
const { createInterface } = require('node:readline')

const REQUESTS = 200

function serve(program, root, environment) {
  const running = spawn(program, ['serve', '--port', '0', '--measure'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  process.on('exit', () => running.kill())
  return new Promise((resolve, reject) => {
    running.once('exit', code => reject(new Error(`decapolis serve ended with ${code}`)))
    createInterface({ input: running.stdout }).once('line', line => resolve({ running, at: line.trim().replace(/\/$/, '') }))
  })
}
const stop = ({ running }) => new Promise(done => { running.removeAllListeners('exit').once('exit', done).kill() })

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
const get = address => new Promise((resolve, reject) => {
  const began = process.hrtime.bigint()
  http.get(address, { agent, headers: { 'accept-encoding': 'identity' } }, answer => {
    const chunks = []
    answer.on('data', chunk => chunks.push(chunk))
    answer.on('end', () => answer.statusCode === 200 ? resolve({ ms: Number(process.hrtime.bigint() - began) / 1e6, headers: answer.headers, body: Buffer.concat(chunks).toString() }) : reject(new Error(`${address} is ${answer.statusCode}`)))
  }).on('error', reject)
})

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
/** Milliseconds of processor time of the process, and of those that answer it on PostgreSQL none. */
function cpu({ running }) {
  const fields = readFileSync(`/proc/${running.pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 1000 / ticks
}
const memory = ({ running }, field) => Number(readFileSync(`/proc/${running.pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+)`, 'm'))[1]) / 1024

async function measureWrites({ program, root, environment, folder, day, say, met }) {
  const server = await serve(program, root, environment)
  const page = `${server.at}/en/figures?at=${day}`
  await get(page)
  const file = join(folder, 'readings.csv')
  writeFileSync(file, `channel,day,followers,source,nature\nchannel-4,${day},${100_000 + Date.now() % 100_000},,illustrative\n`)
  execFileSync(program, ['import', file, '--apply'], { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  const after = await get(page)
  const again = []
  for (let n = 0; n < 20; n++) again.push((await get(page)).ms)
  again.sort((a, b) => a - b)
  say(`  after one write to readings, the page of all numbers: ${after.ms.toFixed(1)} ms, ${after.headers['x-evaluations']} counted again (goal 100 ms, ${met(after.ms, 100)}); nothing changed: ${again[10].toFixed(2)} ms (goal 1 ms, ${met(again[10], 1)})`)
  say(`  memory of the server after it: ${memory(server, 'VmRSS').toFixed(0)} MB, at most ${memory(server, 'VmHWM').toFixed(0)} MB`)
  await stop(server)
}

/** Processor time and time of each page. Every request makes it again, because something in its address is always new. */
async function costs(server, pages) {
  const found = new Map()
  for (const [name, path] of pages) {
    const fresh = n => `${server.at}${path}${path.includes('?') ? '&' : '?'}fresh=${n}`
    for (let n = 0; n < 5; n++) await get(fresh(`w${n}`))
    const before = cpu(server)
    const times = []
    for (let n = 0; n < REQUESTS; n++) times.push((await get(fresh(n))).ms)
    times.sort((a, b) => a - b)
    const { length } = (await get(server.at + path)).body
    found.set(name, { cpu: (cpu(server) - before) / REQUESTS, ms: times[REQUESTS / 2], length })
  }
  return found
}

async function pagesOf(server, day) {
  // the fullest one on the first page of a list, so that pages of about the same length are compared
  const fullest = async (list, kind) => {
    const links = [...(await get(server.at + list)).body.matchAll(new RegExp(`href="(/en/${kind}/[^"?]+)"`, 'g'))].map(found => found[1])
    let best = { length: 0 }
    for (const link of links) {
      const { length } = (await get(server.at + link)).body
      if (length > best.length) best = { link, length }
    }
    return best.link
  }
  const member = await fullest(`/en/members?at=${day}`, 'organisation')
  const practice = await fullest('/en/practice', 'practice')
  const activity = await fullest('/en/activity', 'activity')
  const platform = await fullest('/en/platform', 'platform')
  return [
    ['list of members', `/en/members?at=${day}`],
    ['list of practices', '/en/practice'],
    ['list of people', '/en/person'],
    ['search: one letter pair', '/en/practice?q=ar'],
    ['search: a rare word', '/en/practice?q=zurbor'],
    ['member', member],
    ['practice', practice],
    ['activity', activity],
    ['platform', platform],
    ['figure: members', `/en/figures/members?at=${day}`],
    ['figure: active members', `/en/figures/active-members?at=${day}`],
  ].filter(([, path]) => path)
}

const size = ({ cpu, ms, length }) => `${cpu.toFixed(2).padStart(7)} ms${ms.toFixed(2).padStart(8)} ms${(length / 1000).toFixed(0).padStart(5)} KB`

async function measurePages({ program, root, target, environment, year, say }) {
  const example = join(target, 'bench')
  execFileSync(program, ['demo', '--dir', example, '--make-only'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const small = await serve(program, root, { ...process.env, DECAPOLIS_NETWORK: '', DECAPOLIS_DATABASE: join(example, 'metropolis-2020.db') })
  const ofSmall = await costs(small, await pagesOf(small, '2020-12-31'))
  await stop(small)
  const large = await serve(program, root, environment)
  const ofLarge = await costs(large, await pagesOf(large, `${year}-12-31`))
  say(`  pages made again with every request, ${REQUESTS} each: processor time of the program, the median until the page is complete, and its length; compared with the example on SQLite`)
  for (const [name, found] of ofLarge) {
    const other = ofSmall.get(name)
    say(`    ${name.padEnd(26)}${size(found)}   example ${other ? `${size(other)}; ${((found.cpu / other.cpu - 1) * 100).toFixed(0)} % more (goal within 20 %)` : '–'}`)
  }
  say(`  memory of the server after them: ${memory(large, 'VmRSS').toFixed(0)} MB, at most ${memory(large, 'VmHWM').toFixed(0)} MB`)
  await stop(large)
}

module.exports = { get, measurePages, measureWrites, memory, serve, stop }
