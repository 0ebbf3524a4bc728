/*
 * The benchmarks of the real app, the store, the HTTP API, the queue and media: node test/bench/run.ts [--quick]
 * [--only app]. Prints a table and keeps it as test/artifacts/bench.json.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { measureApp } from './app.ts'
import { measureHttp } from './http.ts'
import { measureMedia } from './media.ts'
import { measureMillion } from './million.ts'
import { measureQueues } from './queue.ts'
import { report, type Row } from './report.ts'

const { values: given } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const { quick } = given

const measureCore = async (): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-bench-'))
  try {
    const queues = measureQueues(quick ? 1000 : 10_000)
    const posts = quick ? 100_000 : 1_000_000
    const million = await measureMillion(folder, posts)
    const http = await measureHttp(folder, posts, quick)
    return [...million, ...http, ...queues, ...(await measureMedia(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// The app first: it is measured best on a machine that has not just written gigabytes.
const app = await measureApp(quick)
const core = given.only === 'app' ? [] : await measureCore()
const sqlite = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
report([...app, ...core], { node: process.version, sqlite, processors: cpus().length, quick })
