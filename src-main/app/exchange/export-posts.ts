import type { Output, Parsed } from '../../../src-preload/contract/methods.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { ItemRecord, MediaRecord, PostRecord } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'
import { narrowing } from '../narrowing.ts'
import { isoInstant, postView } from '../views.ts'
import type { World } from '../world.ts'
import { breathe } from './breathe.ts'
import { type FileItem, type FilePost, POSTS_JSON, type PostFile } from './post-file.ts'
import { writeTable } from './write-table.ts'
import { because } from '../../core/told.ts'

type Asked = Parsed<'exports.write'>

const PAGE = 200
/** Files of more than this in all are the archive's business, in bytes. */
const MOST_MEDIA = 500_000_000

/** Posts as one file: for Posthorn, or for a spreadsheet. */
export const exportPosts = async (world: World, asked: Asked): Promise<Output<'exports.write'>> => {
  const posts = await collect(world, asked)
  const accounts = await world.store.accounts.list()
  const day = isoInstant(world.clock.now()).slice(0, 10)
  if (asked.format === 'csv') {
    const media = await mediaOf(world, posts)
    const text = writeTable(posts, accounts, new Map(media.map((one) => [one.id, one.name])))
    return written(`posthorn-posts-${day}.csv`, 'text/csv', posts.length, 0, new TextEncoder().encode(text))
  }
  const media = await mediaOf(world, posts)
  const there = asked.media ? await present(world, media) : []
  const paths = new Map(there.map((one) => [one.id, pathOf(one)]))
  const used = new Set(posts.flatMap((post) => post.items.map(({ accountId }) => accountId)))
  const file: PostFile = {
    posthorn: 'posts',
    version: 1,
    exportedAt: isoInstant(world.clock.now()),
    accounts: accounts
      .filter(({ id }) => used.has(id))
      .map(({ id, name, channel, identity }) => ({ id, name, channel, identity })),
    media: media.map(({ id, hash, name, mime }) => {
      const path = paths.get(id)
      return { id, hash, name, mime, ...(path !== undefined && { path }) }
    }),
    posts: posts.map(filePost),
  }
  const json = `${JSON.stringify(file, null, 1)}\n`
  if (!asked.media) {
    return written(`posthorn-posts-${day}.json`, 'application/json', posts.length, 0, new TextEncoder().encode(json))
  }
  const { pack } = await import('./zip.ts')
  const zip = await pack(filesOf(world, json, there))
  return written(`posthorn-posts-${day}.zip`, 'application/zip', posts.length, there.length, zip)
}

const written = (name: string, mime: string, posts: number, files: number, bytes: Uint8Array) => ({
  name,
  mime,
  posts,
  files,
  data: Buffer.from(bytes).toString('base64'),
})

const collect = async ({ store }: World, { format: _format, media: _media, ...filter }: Asked): Promise<Post[]> => {
  const posts: Post[] = []
  let cursor: string | undefined
  do {
    const page = await store.posts.list({
      ...narrowing(filter),
      order: 'made',
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    })
    posts.push(...(await views(store, page.entries)))
    cursor = page.cursor ?? undefined
    await breathe()
  } while (cursor !== undefined)
  // What was made first comes first, as it was written.
  return posts.toReversed()
}

const views = async (store: World['store'], posts: readonly PostRecord[]): Promise<Post[]> => {
  const items = Map.groupBy(await store.items.ofPosts(posts.map(({ id }) => id)), (item: ItemRecord) => item.postId)
  return posts.map((post) => postView(post, items.get(post.id) ?? []))
}

const filePost = ({ id: _id, status: _status, deletedAt: _deletedAt, items, ...post }: Post): FilePost => ({
  ...post,
  items: items.map(fileItem),
})

const fileItem = (item: Post['items'][number]): FileItem => ({
  accountId: item.accountId,
  state: item.state,
  override: item.override,
  schedule: item.schedule,
  failure: item.failure,
  attempts: item.attempts,
  remote: item.remote,
  publishedAt: item.publishedAt,
  unpublishedAt: item.unpublishedAt,
  versions: item.versions,
  external: item.external,
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  slot: item.slot !== null,
})

const mediaOf = ({ store }: World, posts: readonly Post[]): Promise<MediaRecord[]> =>
  store.media.getMany([
    ...new Set(
      posts
        .flatMap((post) => [...post.media, ...post.items.flatMap(({ override }) => override.media ?? [])])
        .map(({ mediaId }) => mediaId),
    ),
  ])

/** Those whose file is still where it should be. */
const present = async ({ files }: World, media: readonly MediaRecord[]): Promise<MediaRecord[]> => {
  const there: MediaRecord[] = []
  for (const one of media) if (await files.has(one.hash)) there.push(one)
  if (there.reduce((sum, { size }) => sum + size, 0) <= MOST_MEDIA) return there
  return refuse(
    'media-too-large',
    'The attached files are too large for one file of posts.',
    'Export the posts without them, or everything as one file in the settings.',
    { told: because('export-too-large') },
  )
}

const pathOf = ({ hash, name }: MediaRecord): string => {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return `media/${hash}${ending.toLowerCase()}`
}

async function* filesOf({ files }: World, json: string, media: readonly MediaRecord[]) {
  yield { name: POSTS_JSON, bytes: json }
  for (const one of media) yield { name: pathOf(one), bytes: await files.read(one.hash) }
}
