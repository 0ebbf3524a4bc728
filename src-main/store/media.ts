import { media as mediaModel } from '../../src-preload/contract/model/media.ts'
import type { Store } from '../core/ports.ts'
import type { MediaRecord } from '../core/records.ts'
import { fromJsonOr, toJsonOrNull } from './rows/json.ts'
import type { MediaTable } from './rows/tables.ts'
import { build, each, query } from './sqlite/query.ts'
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
  remove: (id) =>
    session.write((connection) => {
      const shared = connection.first(sameBytes.with({ id })) !== undefined
      connection.run(forget.with({ id }))
      return { shared }
    }),
  madeOfOthers: async (before) =>
    (
      await session.kysely
        .selectFrom('media')
        .selectAll()
        .where('edited', 'is not', null)
        .where('created_at', '<', before)
        .execute()
    ).map(toMedia),
  usedBy: (ids, from) =>
    session.read((connection) => {
      const stretch = { from, until: from + STRETCH }
      const texts = [
        ...connection.all(mediaOfPosts.with(stretch)).map(({ media }) => media),
        ...connection.all(mediaOfItems.with(stretch)).map(({ override }) => override),
      ]
      const last = connection.first(lastPost.with({}))?.seq ?? 0
      return {
        used: ids.filter((id) => texts.some((text) => text.includes(id))),
        next: stretch.until > last ? null : stretch.until,
      }
    }),
})

/** So many posts are looked through at once: others wait meanwhile. */
const STRETCH = 5_000

const sameBytes = query<{ id: string }>()((place) =>
  build
    .selectFrom('media')
    .innerJoin('media as other', 'other.hash', 'media.hash')
    .select('other.id')
    .where('media.id', '=', place('id'))
    .whereRef('other.id', '<>', 'media.id'),
)
const forget = query<{ id: string }>()((place) => build.deleteFrom('media').where('id', '=', place('id')))

type Stretch = { from: number; until: number }

const mediaOfPosts = query<Stretch>()((place) =>
  build
    .selectFrom('post')
    .select('media')
    .where('seq', '>=', place('from'))
    .where('seq', '<', place('until'))
    .where('media', '<>', '[]'),
)
const mediaOfItems = query<Stretch>()((place) =>
  build
    .selectFrom('item')
    .select('override')
    .where('post_seq', '>=', place('from'))
    .where('post_seq', '<', place('until'))
    .where('override', 'like', '%"mediaId"%'),
)
const lastPost = query<Record<string, never>>()(() =>
  build.selectFrom('post').select('seq').orderBy('seq', 'desc').limit(sql.lit(1)),
)

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
