// Starts a PostgreSQL in a folder from its own programs, as the tests do.
'use strict'
const { execFileSync, spawnSync } = require('node:child_process')
const { existsSync, mkdirSync, readdirSync } = require('node:fs')
const { join } = require('node:path')

const installed = '/usr/lib/postgresql'
const folders = [...(process.env.PATH ?? '').split(':'), ...(existsSync(installed) ? readdirSync(installed).sort().reverse().map(v => join(installed, v, 'bin')) : [])]

/** Where one of its programs is. */
function program(name) {
  const folder = folders.find(f => existsSync(join(f, name)))
  if (!folder) throw new Error(`PostgreSQL's ${name} is not installed: ONLY=sqlite leaves it out`)
  return join(folder, name)
}

/** PostgreSQL refuses to run as root. */
const other = process.getuid() === 0 ? ['postgres', 'nobody'].find(user => spawnSync('id', [user]).status === 0) : undefined

class Postgres {
  constructor(folder) {
    this.folder = folder
    this.data = join(folder, 'data')
    this.port = 20000 + process.pid % 20000
  }

  run(name, ...words) {
    const [first, ...more] = other ? ['runuser', '-u', other, '--', program(name), ...words] : [program(name), ...words]
    return execFileSync(first, more, { cwd: this.folder, env: { ...process.env, LC_ALL: 'C' }, encoding: 'utf8', stdio: ['ignore', name === 'pg_ctl' ? 'ignore' : 'pipe', 'inherit'] })
  }

  start() {
    mkdirSync(this.folder, { recursive: true })
    if (other) execFileSync('chown', [other, this.folder])
    if (!existsSync(this.data)) this.run('initdb', '-D', this.data, '-U', 'decapolis', '-A', 'trust', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=en', '--locale=C', '--no-sync')
    // the settings of an operator on such a machine; durability has its default
    this.run('pg_ctl', 'start', '-w', '-t', '600', '-D', this.data, '-l', join(this.folder, 'log'), '-o', `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=1GB -c work_mem=32MB -c maintenance_work_mem=512MB -c max_wal_size=8GB -c random_page_cost=1.1 -c effective_cache_size=8GB`)
    this.running = true
    process.on('exit', () => this.stop())
  }

  stop() {
    if (!this.running) return
    this.running = false
    this.run('pg_ctl', 'stop', '-w', '-m', 'fast', '-D', this.data)
  }

  address(database) { return `postgres://decapolis@127.0.0.1:${this.port}/${database}` }
  ask(database, sql) { return this.run('psql', '-X', '-q', '-t', '-A', '-h', '127.0.0.1', '-p', String(this.port), '-U', 'decapolis', '-d', database, '-c', sql).trim() }
  makeAnew(database) {
    this.ask('postgres', `DROP DATABASE IF EXISTS ${database}`)
    this.ask('postgres', `CREATE DATABASE ${database}`)
  }

  size(database) { return Number(this.ask('postgres', `SELECT pg_database_size('${database}')`)) }
}

module.exports = { Postgres }
