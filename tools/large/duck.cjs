// DuckDB on the same rows: sqlite3 exports the tables of the SQLite register as CSV, and DuckDB answers every question from plain tables.
'use strict'
const { execFileSync } = require('node:child_process')
const { copyFileSync, existsSync, mkdirSync, openSync, closeSync, rmSync } = require('node:fs')
const { join } = require('node:path')
const { createRequire } = require('node:module')

const RUNS = 3

async function ask({ root, target, folder, register, year, say }) {
  const { tables, questions, asked } = await import(join(root, 'tools/duck/questions.mjs'))
  const installed = join(target, 'bench-large/duck')
  mkdirSync(installed, { recursive: true })
  if (!existsSync(join(installed, 'node_modules'))) {
    copyFileSync(join(root, 'tools/duck/package.json'), join(installed, 'package.json'))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: installed, stdio: ['ignore', 'inherit', 'inherit'] })
  }
  const { DuckDBInstance } = createRequire(join(installed, 'package.json'))('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const duck = await instance.connect()
  const file = join(folder, 'table.csv')
  let rows = 0
  for (const [table, columns] of Object.entries(tables)) {
    const out = openSync(file, 'w')
    execFileSync('sqlite3', ['-readonly', '-csv', '-header', register, `SELECT ${columns.map(c => `"${c}"`).join(', ')} FROM "${table}"`], { stdio: ['ignore', out, 'inherit'] })
    closeSync(out)
    const types = columns.map(c => `'${c}': ${TEXT.has(c) && !(table === 'mandates' || c === 'activity' && NUMBERED.has(table) || c === 'agreement' && table === 'signatures' || c === 'channel' && table === 'readings' || c === 'body' && table !== 'bodies' || c === 'post' && table === 'mandates') ? "'VARCHAR'" : YES.has(c) ? "'BOOLEAN'" : "'BIGINT'"}`)
    await duck.run(`CREATE TABLE "${table}" AS SELECT * FROM read_csv('${file}', header = true, columns = {${types.join(', ')}})`)
    rows += Number((await duck.runAndReadAll(`SELECT count(*) FROM "${table}"`)).getRows()[0][0])
  }
  rmSync(file, { force: true })
  const version = (await duck.runAndReadAll('SELECT version()')).getRows()[0][0]
  say(`DuckDB ${version}: ${rows.toLocaleString('en')} rows in memory, 2 threads, columns that the questions read`)
  const found = new Map()
  for (const key of Object.keys(questions)) {
    const sql = asked(key, `${year}0101`, `${year}1231`)
    const times = []
    let answer
    for (let n = 0; n <= RUNS; n++) {
      const began = process.hrtime.bigint()
      const [counted, base] = (await duck.runAndReadAll(sql)).getRows()[0]
      if (n > 0) times.push(Number(process.hrtime.bigint() - began) / 1e6)
      answer = { counted: Number(counted ?? 0), base: Number(base ?? 0) }
    }
    found.set(key, { ...answer, ms: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] })
  }
  duck.closeSync?.()
  return found
}

/** Columns of words, and of yes or no; all others are whole numbers. */
const TEXT = new Set(['activity', 'state', 'role', 'scope', 'agreement', 'attendance', 'body', 'channel', 'basis', 'mode', 'ending', 'level', 'gender', 'post', 'code'])
const YES = new Set(['designated', 'passed_on', 'in_kind', 'own'])
/** Tables in which an activity is named by its id. */
const NUMBERED = new Set(['participations', 'head_counts'])

module.exports = { ask }
