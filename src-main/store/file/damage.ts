import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

/** A table in which something is wrong, and what. */
export type Fault = { table: string; faults: string[] }

/** What to tell of a file that is damaged. */
export const damaged = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    failed(
      'database-unreadable',
      'The database is damaged; it was left as it is.',
      'Put back a snapshot, or recover what can be read: start the app, or run "posthorn recover".',
      {
        detail: faults
          .flatMap(({ table, faults: said }) => said.map((one) => `${table}: ${one}`))
          .slice(0, 20)
          .join('; '),
        told: because('database-damaged'),
      },
    ),
  )
