// The published page of a year after a write: to a table that its numbers do not read, and to one that some of them read.
'use strict'
const { execFileSync } = require('node:child_process')
const { readFileSync, readdirSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { get, memory, serve, stop } = require('./pages.cjs')

const WRITES = 5
const KEPT = 200

/** Milliseconds of processor time of all threads, to the nanosecond: a single request is far below a tick of /proc/…/stat. */
function cpuOfThreads({ running }) {
  const threads = `/proc/${running.pid}/task`
  return readdirSync(threads).reduce((sum, id) => sum + Number(readFileSync(`${threads}/${id}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6
}

/** Publishes the page unless the same page is already published. */
function publish(run, year) {
  try {
    run('figures', 'publish', String(year), '--by', 'bench')
  } catch (error) {
    if (!run('figures', 'editions').includes(`${year}-e`)) throw error
  }
}

const middle = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** `writes` are tables with a header and a row that differs for every number. */
async function measurePublished({ program, root, environment, folder, year, writes, say, met }) {
  const run = (...verb) => execFileSync(program, verb, { cwd: root, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  publish(run, year)
  const server = await serve(program, root, environment)
  const page = `${server.at}/en/${year}`
  const costOf = async address => {
    const before = cpuOfThreads(server)
    const answer = await get(address)
    return { cpu: cpuOfThreads(server) - before, ms: answer.ms, statements: Number(answer.headers['x-statements']) }
  }
  const first = await costOf(page)
  const kept = []
  for (let n = 0; n < KEPT; n++) kept.push((await costOf(page)).cpu)
  const ofKept = middle(kept)
  say(`  the published page of ${year}: first after a start ${first.ms.toFixed(1)} ms, ${first.statements} statements; cached ${ofKept.toFixed(2)} ms of processor time; after a write, the middle of ${WRITES}:`)
  const stamp = Date.now() % 1e6
  for (const { table, header, row, what, goal } of writes) {
    const found = []
    const resting = memory(server, 'VmRSS')
    writeFileSync(`/proc/${server.running.pid}/clear_refs`, '5')
    for (let n = 0; n < WRITES; n++) {
      const file = join(folder, `${table}.csv`)
      writeFileSync(file, `${header}\n${row(stamp + n)}\n`)
      run('import', file, '--apply')
      found.push(await costOf(page))
    }
    const more = middle(found.map(f => f.cpu)) - ofKept
    const peak = memory(server, 'VmHWM') - resting
    say(`    to ${table}, ${what}: ${more.toFixed(2)} ms of processor time more than cached (goal ${goal} ms, ${met(more, goal)}), complete after ${middle(found.map(f => f.ms)).toFixed(1)} ms, ${middle(found.map(f => f.statements))} statements; ${peak.toFixed(1)} MiB more memory at most (goal 64, ${met(peak, 64)})`)
  }
  const resting = memory(server, 'VmRSS')
  writeFileSync(`/proc/${server.running.pid}/clear_refs`, '5')
  const list = await costOf(`${page}/editions`)
  say(`    its list of corrections: ${list.ms.toFixed(0)} ms, ${list.cpu.toFixed(0)} ms of processor time, ${list.statements} statements; ${(memory(server, 'VmHWM') - resting).toFixed(1)} MiB more memory at most`)
  await stop(server)
}

module.exports = { measurePublished }
