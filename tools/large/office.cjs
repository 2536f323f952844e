// The office: what a list, a record, a form and a save cost somebody who has signed in, and what 200 sessions do to the memory.
'use strict'
const { execFileSync } = require('node:child_process')
const { memory, serve, stop } = require('./pages.cjs')
const { readFileSync, readdirSync } = require('node:fs')

const MAIL = 'bench@example.org'
const PASSWORD = 'nutmeg gravel violin 7'
const REQUESTS = 300
const SAVES = 60
const SESSIONS = 200

/** Milliseconds of processor time of all threads. */
function cpuOfThreads({ running }) {
  const threads = `/proc/${running.pid}/task`
  return readdirSync(threads).reduce((sum, id) => sum + Number(readFileSync(`${threads}/${id}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6
}

/** `organisation` is the code of a government of the register. */
async function measureOffice({ program, root, environment, organisation, say, met }) {
  const run = (...verb) => execFileSync(program, verb, { cwd: root, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const link = run('user', 'invite', MAIL, '--role', 'secretariat').match(/\/join\/(\S+)/)[1]
  const server = await serve(program, root, environment)
  const send = (path, fields, cookie = '') => fetch(server.at + path, {
    method: 'POST', body: new URLSearchParams(fields), redirect: 'manual',
    headers: { origin: server.at, 'sec-fetch-site': 'same-origin', cookie },
  })
  const cookieOf = answer => {
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (!cookie) throw new Error(`no session began: ${answer.status}`)
    return cookie
  }
  const cookie = cookieOf(await send(`/en/join/${link}`, { password: PASSWORD }))
  const ask = async path => {
    // as the goals of all other pages: of an answer that is not packed
    const answer = await fetch(server.at + path, { headers: { cookie, 'accept-encoding': 'identity' } })
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} is ${answer.status}`)
    return { body, statements: answer.headers.get('x-statements') }
  }
  say('\nThe office, made anew for somebody who has signed in: processor time of all threads per request')
  try {
    for (const [name, path, goal] of [
      ['a list of 50', '/en/office/organisation', 1],
      ['facts of a table', '/en/office/list/participations', 1],
      ['a record', `/en/office/organisation/${organisation}`, 0.5],
      ['a form', `/en/office/organisation/${organisation}/do/people.change-leader`, 0.5],
      ['names while typing', '/en/office/named.json?kind=person&q=an', 2],
      ['batches', '/en/office/batches', 1],
    ]) {
      for (let n = 0; n < 10; n++) await ask(path)
      const before = cpuOfThreads(server)
      let last
      for (let n = 0; n < REQUESTS; n++) last = await ask(path)
      const each = (cpuOfThreads(server) - before) / REQUESTS
      say(`  ${name.padEnd(20)}${each.toFixed(2)} ms, goal ${goal} ms, ${met(each, goal)}; ${last.body.length} bytes, ${last.statements} statements`)
    }
    await measureSaves(server, send, cookie, organisation, say, met)
    const before = memory(server, 'VmRSS')
    for (let n = 0; n < SESSIONS; n++) {
      const own = cookieOf(await send('/en/sign-in', { mail: MAIL, password: PASSWORD }))
      await (await fetch(`${server.at}/en/office/organisation`, { headers: { cookie: own } })).text()
    }
    say(`  ${SESSIONS} sessions that each signed in and read a list: ${before.toFixed(1)} MiB before, ${memory(server, 'VmRSS').toFixed(1)} MiB after`)
  } finally {
    await stop(server)
  }
}

/** A save as a person does it: the form shows what follows, and then it is saved. */
async function measureSaves(server, send, cookie, organisation, say, met) {
  const form = `/en/office/organisation/${organisation}/do/elections.create`
  let looked = 0, saved = 0
  for (let n = 0; n < SAVES; n++) {
    const fields = [['day', `2031-${String(1 + n % 12).padStart(2, '0')}-${String(1 + Math.floor(n / 12)).padStart(2, '0')}`], ['illustrative', 'yes']]
    let before = cpuOfThreads(server)
    const shown = await (await send(form, fields, cookie)).text()
    looked += cpuOfThreads(server) - before
    const hidden = [...shown.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])
    before = cpuOfThreads(server)
    const answer = await send(form, [...fields, ...hidden, ['save', 'yes']], cookie)
    saved += cpuOfThreads(server) - before
    if (answer.status !== 303) throw new Error(`a save is ${answer.status}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 600)}`)
  }
  const each = saved / SAVES
  say(`  ${'a save'.padEnd(20)}${each.toFixed(2)} ms, goal 10 ms, ${met(each, 10)}; what follows from it, shown before, ${(looked / SAVES).toFixed(2)} ms`)
}

module.exports = { measureOffice }
