import { z } from 'zod'
import { post } from '../../src-preload/contract/model/post.ts'
import type { Store } from '../core/ports.ts'
import type { ReceiptRecord } from '../core/records.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows/json.ts'
import type { ReceiptTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createReceipts = (session: Session, quarantine: Quarantine): Store['receipts'] => ({
  get: (once) =>
    session.read((connection) => {
      const rows = connection.all(byOnce.with({ once }))
      return quarantine.read(connection, 'receipt', rows, (row) => row.once, toReceipt)[0]
    }),
  put: (receipt) => session.write((connection) => void connection.run(put.with(toRow(receipt)))),
  list: () =>
    session.read((connection) =>
      quarantine.read(connection, 'receipt', connection.all(all.with({})), (row) => row.once, toReceipt),
    ),
  purge: (before) => session.write((connection) => void connection.run(purge.with({ before }))),
})

const answer = z.object({ status: z.number(), body: z.string() })

const toRow = (receipt: ReceiptRecord): ReceiptTable => ({
  ...receipt,
  post: toJson(receipt.post),
  answer: toJsonOrNull(receipt.answer),
})

const toReceipt = (row: ReceiptTable): ReceiptRecord => ({
  ...row,
  post: fromJson(post, row.post),
  answer: fromJsonOrNull(answer, row.answer),
})

const CHANGING = ['hash', 'post', 'answer', 'at'] as const satisfies (keyof ReceiptTable)[]

const put = query<ReceiptTable>()((place) =>
  build
    .insertInto('receipt')
    .values(places(place, ['once', ...CHANGING]))
    .onConflict((conflict) => conflict.column('once').doUpdateSet(places(place, CHANGING))),
)

const byOnce = query<{ once: string }>()((place) =>
  build.selectFrom('receipt').selectAll().where('once', '=', place('once')),
)

const all = query<Record<string, never>>()(() => build.selectFrom('receipt').selectAll().orderBy('at'))

const purge = query<{ before: number }>()((place) => build.deleteFrom('receipt').where('at', '<', place('before')))
