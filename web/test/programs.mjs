// Asks the interface for programs what nobody would, as its own description allows (schemathesis), and looks at every answer: none may be an
// error of the program, and each must be what the description says. Run after a build, with schemathesis as SCHEMATHESIS.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start, token } from './running.mjs'

const EXAMPLES = process.env.EXAMPLES ?? '3'
const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance']

// on a register of its own: what is asked of it also writes
const folder = mkdtempSync(join(tmpdir(), 'decapolis-programs-'))
const { running, at } = await start(folder)
let status = 1
try {
  const args = ['run', `${at}/api/v1/openapi.json`, '--header', `Authorization: Bearer ${await token(at, 'cast-administrator')}`,
    '--checks', CHECKS.join(','), '--phases', 'fuzzing', '--max-examples', EXAMPLES, '--workers', '2', '--seed', '1', '--no-color',
    '--suppress-health-check', 'all']
  status = spawnSync(process.env.SCHEMATHESIS ?? 'st', args, { stdio: 'inherit', cwd: folder }).status ?? 1
} finally {
  running.removeAllListeners('exit').kill()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = status
