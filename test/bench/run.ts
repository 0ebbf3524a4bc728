/*
 * The store's benchmarks: node test/bench/run.ts [--quick]. Prints a table and keeps it as test/artifacts/bench.json.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { measureMillion } from './million.ts'
import { measureQueues } from './queue.ts'
import { report } from './report.ts'

const quick = process.argv.includes('--quick')
const folder = mkdtempSync(join(tmpdir(), 'posthorn-bench-'))
try {
  const queues = measureQueues(quick ? 1000 : 10_000)
  const million = await measureMillion(folder, quick ? 100_000 : 1_000_000)
  const sqlite = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
  report([...million, ...queues], { node: process.version, sqlite, processors: cpus().length, quick })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
