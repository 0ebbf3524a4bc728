/*
 * The benchmarks of the store, the HTTP API, the queue and media: node test/bench/run.ts [--quick]. Prints a table and keeps
 * it as test/artifacts/bench.json.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { measureHttp } from './http.ts'
import { measureMedia } from './media.ts'
import { measureMillion } from './million.ts'
import { measureQueues } from './queue.ts'
import { report } from './report.ts'

const quick = process.argv.includes('--quick')
const folder = mkdtempSync(join(tmpdir(), 'posthorn-bench-'))
try {
  const queues = measureQueues(quick ? 1000 : 10_000)
  const posts = quick ? 100_000 : 1_000_000
  const million = await measureMillion(folder, posts)
  const http = await measureHttp(folder, posts, quick)
  const media = await measureMedia(folder)
  const sqlite = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
  report([...million, ...http, ...queues, ...media], {
    node: process.version,
    sqlite,
    processors: cpus().length,
    quick,
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
