import type { Store } from '../core/ports.ts'
import { listPosts } from './post-list.ts'
import { type PostValues, toPost, toPostValues } from './rows/post-row.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { PostRow } from './rows/tables.ts'
import { postRemoved, postWritten } from './search/search-index.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'
import type { PostRecord } from '../core/records.ts'
import { entryChanged } from './post-entry.ts'
import { saidBefore } from './said.ts'

export const createPosts = (session: Session, quarantine: Quarantine): Store['posts'] => {
  const records = (connection: Connection, rows: PostRow[]) =>
    quarantine.read(connection, 'post', rows, (row) => row.id, toPost)
  return {
    get: (id) =>
      session.read((connection) => {
        const row = connection.first(byId.with({ id }))
        return row && records(connection, [row])[0]
      }),
    getMany: (ids) =>
      session.read((connection) => records(connection, connection.all(byIds.with({ ids: JSON.stringify(ids) })))),
    put: (post) => session.write((connection) => putPost(connection, post)),
    list: (filter) => session.read((connection) => listPosts(connection, filter, records)),
    said: (texts) => session.read((connection) => saidBefore(connection, texts)),
    purge: (deletedBefore) => session.write((connection) => purgePosts(connection, deletedBefore)),
  }
}

const putPost = (connection: Connection, post: PostRecord): void => {
  const values = toPostValues(post)
  const before = connection.first(written.with({ id: post.id }))
  connection.run(before ? update.with(values) : insert.with(values))
  postWritten(connection, post.id, before, values)
  if (before && (before.deleted_at === null) !== (values.deleted_at === null)) {
    connection.run(hideItems.with({ id: post.id, hidden: values.deleted_at === null ? 0 : 1 }))
  }
  entryChanged(connection, post.id)
}

const purgePosts = (connection: Connection, before: number): string[] => {
  const gone = connection.all(deleted.with({ before }))
  for (const { seq } of gone) {
    postRemoved(connection, seq)
    connection.run(removeItems.with({ seq }))
    connection.run(removePost.with({ seq }))
  }
  return gone.map(({ id }) => id)
}

const byId = query<{ id: string }>()((place) => build.selectFrom('post').selectAll().where('id', '=', place('id')))

const byIds = query<{ ids: string }>()((place) =>
  build
    .selectFrom('post')
    .selectAll()
    .where('id', 'in', each<string>(place('ids'))),
)

const written = query<{ id: string }>()((place) =>
  build.selectFrom('post').select(['text', 'tags', 'updated_at', 'deleted_at']).where('id', '=', place('id')),
)

const CHANGING = [
  'media',
  'thread',
  'tags',
  'zone',
  'lateness',
  'created_at',
  'updated_at',
  'deleted_at',
  'text',
  'strict',
  'numbered',
  'rich',
  'options',
  'external',
  'said',
] as const satisfies (keyof PostValues)[]

const insert = query<PostValues>()((place) => build.insertInto('post').values(places(place, ['id', ...CHANGING])))

const update = query<PostValues>()((place) =>
  build.updateTable('post').set(places(place, CHANGING)).where('id', '=', place('id')),
)

const hideItems = query<{ id: string; hidden: 0 | 1 }>()((place) =>
  build
    .updateTable('item')
    .set({ hidden: place('hidden') })
    .where('post_seq', '=', (post) => post.selectFrom('post').select('seq').where('id', '=', place('id'))),
)

const deleted = query<{ before: number }>()((place) =>
  build.selectFrom('post').select(['id', 'seq']).where('deleted_at', '<', place('before')).orderBy('deleted_at'),
)

const removeItems = query<{ seq: number }>()((place) => build.deleteFrom('item').where('post_seq', '=', place('seq')))
const removePost = query<{ seq: number }>()((place) => build.deleteFrom('post').where('seq', '=', place('seq')))
