import { media as mediaModel } from '../../src-preload/contract/model/media.ts'
import type { Store } from '../core/ports.ts'
import type { MediaRecord } from '../core/records.ts'
import { fromJsonOr, toJsonOrNull } from './rows/json.ts'
import type { MediaTable } from './rows/tables.ts'
import { each } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'
import { sql } from 'kysely'

export const createMedia = (session: Session): Store['media'] => ({
  get: async (id) => {
    const row = await session.kysely.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst()
    return row && toMedia(row)
  },
  getMany: async (ids) => {
    const asked = each<string>(sql`${JSON.stringify(ids)}`)
    return (await session.kysely.selectFrom('media').selectAll().where('id', 'in', asked).execute()).map(toMedia)
  },
  findByHash: async (hash) => {
    const row = await session.kysely
      .selectFrom('media')
      .selectAll()
      .where('hash', '=', hash)
      .orderBy('id')
      .limit(sql.lit(1))
      .executeTakeFirst()
    return row && toMedia(row)
  },
  put: async (media) => {
    const { id, ...row } = toRow(media)
    await session.kysely
      .insertInto('media')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  },
})

const toRow = ({ createdAt, frameRate, edited, ...media }: MediaRecord): MediaTable => ({
  ...media,
  frame_rate: frameRate,
  edited: toJsonOrNull(edited),
  created_at: createdAt,
})
const toMedia = ({ created_at, frame_rate, edited, ...row }: MediaTable): MediaRecord => ({
  ...row,
  frameRate: frame_rate,
  // What it was made from is worth less than the picture.
  edited: edited === null ? null : fromJsonOr(mediaModel.shape.edited, edited, null),
  createdAt: created_at,
})
