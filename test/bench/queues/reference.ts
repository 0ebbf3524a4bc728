import Database from 'better-sqlite3'
import { join } from 'node:path'
import { NOW, itemId, textOf } from '../sample.ts'
import { createDice } from '../measure.ts'
import type { BenchQueue } from './queue.ts'

type Job = { id: string; payload: string }

/** The least that a queue in SQLite can be: one table, one partial index, done and next in one transaction. */
export const openReference = async (folder: string): Promise<BenchQueue> => {
  const database = new Database(join(folder, 'reference.db'))
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'wal_autocheckpoint = 4000']) {
    database.pragma(pragma)
  }
  database.exec(`
    create table job (id text primary key, due integer not null, status text not null, payload text not null) strict;
    create index job_due on job (due, id) where status = 'scheduled';
  `)
  const insert = database.prepare('insert into job (id, due, status, payload) values (?, ?, ?, ?)')
  const complete = database.prepare(`update job set status = 'done' where id = ?`)
  const claim = database.prepare<[number], Job>(`update job set status = 'claimed'
    where id = (select id from job where status = 'scheduled' and due <= ? order by due, id limit 1)
    returning id, payload`)
  const step = database.transaction((done: Job | undefined) => {
    if (done) complete.run(done.id)
    return claim.get(NOW)
  })
  return {
    fill: async (jobs) => {
      const dice = createDice(7)
      database.transaction(() => {
        for (let number = 0; number < jobs; number++) {
          insert.run(itemId(number), NOW - jobs + number, 'scheduled', textOf(dice))
        }
      })()
    },
    drain: async (jobs) => {
      let claimed: Job | undefined
      for (let done = 0; done <= jobs; done++) claimed = step.immediate(claimed)
    },
    close: async () => void database.close(),
  }
}
