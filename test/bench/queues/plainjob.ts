import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type Database from 'better-sqlite3'
import { textOf } from '../sample.ts'
import { createDice } from '../measure.ts'
import type { BenchQueue } from './queue.ts'

type Plainjob = {
  better(database: Database.Database): unknown
  defineQueue(options: { connection: unknown; logger: unknown }): {
    addMany(type: string, data: unknown[]): unknown
    close(): void
  }
  defineWorker(
    type: string,
    work: () => void,
    options: { queue: unknown; logger: unknown; onCompleted: () => void },
  ): { start(): Promise<void>; stop(): Promise<void> }
}

const logger = { debug() {}, info() {}, warn() {}, error() {} }

/** plainjob by its own worker, brought from its `synchronous = NORMAL` to FULL, the durability of the others. */
export const openPlainjob = async (folder: string, peers: string): Promise<BenchQueue> => {
  const require = createRequire(join(peers, 'package.json'))
  const Sqlite = require('better-sqlite3') as typeof Database
  const entry = pathToFileURL(join(peers, 'node_modules', 'plainjob', 'dist', 'plainjob.js')).href
  const { better, defineQueue, defineWorker } = (await import(entry)) as Plainjob
  const database = new Sqlite(join(folder, 'plainjob.db'))
  const queue = defineQueue({ connection: better(database), logger })
  database.pragma('synchronous = full')
  return {
    fill: async (jobs) => {
      const dice = createDice(7)
      queue.addMany(
        'post',
        Array.from({ length: jobs }, () => ({ text: textOf(dice) })),
      )
    },
    drain: (jobs) =>
      new Promise((resolve, reject) => {
        let done = 0
        const onCompleted = () => {
          done++
          if (done === jobs) worker.stop().then(resolve, reject)
        }
        const worker = defineWorker('post', () => {}, { queue, logger, onCompleted })
        worker.start().catch(reject)
        if (jobs === 0) worker.stop().then(resolve, reject)
      }),
    close: async () => queue.close(),
  }
}
