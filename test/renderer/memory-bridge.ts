import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input, ItemRow, MethodName, Output } from '../../src-preload/contract/methods.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import {
  type Attempt,
  type Item,
  itemState,
  type ItemState,
  type Override,
} from '../../src-preload/contract/model/item.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'
import type { Post, TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { memoryCalendar } from './memory-calendar.ts'
import { failure, makeId } from './memory-kit.ts'
import { emptyPrograms, memoryPrograms, type MemoryPrograms } from './memory-programs.ts'
import { emptyRules, memoryRules, nextFreeSlot, type MemoryRules } from './memory-rules.ts'
import { memorySignIns } from './memory-sign-ins.ts'
import { memoryWriting } from './memory-writing.ts'

/** What the core of this bridge knows; a test or a picture fills it as it likes. */
export type MemoryWorld = {
  rules: MemoryRules
  programs: MemoryPrograms
  posts: Map<string, Post>
  accounts: Account[]
  channels: ChannelDescriptor[]
  media: Map<string, Media & { bytes: Uint8Array<ArrayBuffer> }>
  history: Map<string, Attempt[]>
  settings: Settings
  /** Methods that fail instead, and how. */
  failing: Map<MethodName, Failure>
  home: string
}

export type MemoryBridge = Bridge & {
  readonly world: MemoryWorld
  /** Every call made, in order. */
  readonly calls: { method: MethodName; input: unknown }[]
  emit(event: Event): void
}

export const emptyWorld = (): MemoryWorld => ({
  rules: emptyRules(),
  programs: emptyPrograms(),
  posts: new Map(),
  accounts: [],
  channels: [],
  media: new Map(),
  history: new Map(),
  settings: {
    appearance: 'system',
    zone: 'Europe/Berlin',
    lateness: { withinMinutes: 720, then: 'ask' },
    paused: false,
    notify: { published: true, failed: true, missed: true },
    withoutKeychain: 'ask',
    http: { enabled: false, port: 4747 },
    assistants: 'draft',
    writing: { provider: 'built-in', url: '', model: '' },
    relay: { kind: 'none' },
    privateAddresses: false,
    language: 'system',
    secondZone: null,
    shortcuts: {},
    launchAtLogin: false,
    quickPostKeys: null,
  },
  failing: new Map(),
  home: '/data/Posthorn',
})

export const makeItem = (post: Pick<Post, 'id'>, account: Account, change: Partial<Item> = {}): Item => ({
  id: makeId('itm'),
  postId: post.id,
  accountId: account.id,
  channel: account.channel,
  state: 'draft',
  override: {},
  schedule: null,
  nextAt: null,
  waiting: null,
  failure: null,
  attempts: 0,
  remote: null,
  publishedAt: null,
  charge: null,
  slot: null,
  changes: [],
  versions: [],
  external: false,
  unpublishedAt: null,
  held: null,
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
  ...change,
})

export const makePost = (change: Partial<Post> = {}): Post => ({
  id: makeId('pst'),
  text: '',
  media: [],
  thread: false,
  tags: [],
  numbered: false,
  rich: false,
  strict: false,
  options: {},
  external: false,
  status: 'draft',
  zone: 'Europe/Berlin',
  lateness: null,
  items: [],
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
  deletedAt: null,
  ...change,
})

/** What a method answers; what is left out is unknown to this core. */
export type Answers = { [M in MethodName]?: (input: Input<M>) => Output<M> | Failure }

/** A core in memory that keeps what it is told: enough to drive the interface, nothing is ever sent anywhere. */
export const createMemoryBridge = (world: MemoryWorld): MemoryBridge => {
  const listeners = new Set<(event: Event) => void>()
  const calls: { method: MethodName; input: unknown }[] = []
  const emit = (event: Event): void => listeners.forEach((listener) => listener(event))
  const stamp = (): string => new Date().toISOString()
  const allItems = (): { post: Post; item: Item }[] =>
    [...world.posts.values()]
      .filter((post) => post.deletedAt === null)
      .flatMap((post) => post.items.map((item) => ({ post, item })))

  const rowOf = ({ post, item }: { post: Post; item: Item }): ItemRow => ({
    ...item,
    text: item.override.text ?? post.text,
    account: world.accounts.find((account) => account.id === item.accountId)?.name ?? '',
    mediaIds: (item.override.media ?? post.media).map((one) => one.mediaId),
    tags: post.tags,
  })

  const status = (): Status => {
    const counts = Object.fromEntries(itemState.options.map((state) => [state, 0])) as Record<ItemState, number>
    for (const { item } of allItems()) counts[item.state] += 1
    const soonest = allItems()
      .filter(({ item }) => item.nextAt !== null)
      .toSorted((a, b) => Date.parse(a.item.nextAt ?? '') - Date.parse(b.item.nextAt ?? ''))[0]
    return {
      version: '0.1.0',
      home: world.home,
      owner: 'desktop',
      keychain: 'system',
      lastLookAt: stamp(),
      asleep: null,
      paused: world.settings.paused,
      next:
        soonest === undefined
          ? null
          : { itemId: soonest.item.id, at: soonest.item.nextAt ?? '', text: soonest.post.text, account: '' },
      unreadable: 0,
      http: { url: world.settings.http.enabled ? `http://127.0.0.1:${world.settings.http.port}` : null, failure: null },
      counts,
    }
  }

  const put = (post: Post): Post => {
    world.posts.set(post.id, post)
    emit({ kind: 'post-changed', post })
    emit({ kind: 'status-changed', status: status() })
    return post
  }

  const setItem = (itemId: string, change: Partial<Item>): Item => {
    const found = allItems().find(({ item }) => item.id === itemId)
    if (found === undefined) throw new Error(`no item ${itemId}`)
    const item = { ...found.item, ...change, updatedAt: stamp() }
    put({ ...found.post, items: found.post.items.map((one) => (one.id === itemId ? item : one)) })
    emit({ kind: 'item-changed', item, text: rowOf({ post: found.post, item }).text })
    return item
  }

  const scheduled = (when: Input<'items.reschedule'>['when']): Partial<Item> => {
    const at =
      when.kind === 'now'
        ? Date.now()
        : when.kind === 'in'
          ? Date.now() + when.seconds * 1000
          : when.kind === 'slot'
            ? Date.parse(nextFreeSlot(world, when.planId) ?? '')
            : Date.parse(when.kind === 'instant' ? when.at : `${when.wall}:00Z`)
    const iso = new Date(at).toISOString()
    return {
      state: 'scheduled',
      schedule: { wall: when.kind === 'at' ? when.wall : iso.slice(0, 16), zone: 'UTC', at: iso, shift: null },
      nextAt: iso,
      slot: when.kind === 'slot' ? { planId: when.planId ?? world.rules.plans[0]?.id ?? '', at: iso } : null,
    }
  }

  const answers: Answers = {
    'posts.save': (input) => {
      const before = input.postId === undefined ? undefined : world.posts.get(input.postId)
      const base = before ?? makePost({ zone: input.zone ?? world.settings.zone })
      const targets = input.targets ?? base.items
      const items = targets.flatMap((target) => {
        const override = target.override as Override
        const known = base.items.find((item) => item.accountId === target.accountId)
        const account = world.accounts.find((one) => one.id === target.accountId)
        if (known) return [{ ...known, override }]
        return account ? [makeItem(base, account, { override })] : []
      })
      return put({
        ...base,
        text: input.text ?? base.text,
        media: (input.media ?? base.media).map((one) => ({ mediaId: one.mediaId, alt: one.alt ?? '' })),
        thread: input.thread ?? base.thread,
        numbered: input.numbered ?? base.numbered,
        rich: input.rich ?? base.rich,
        options: { ...base.options, ...input.options },
        tags: input.tags ?? base.tags,
        strict: input.strict ?? base.strict,
        zone: input.zone ?? base.zone,
        items,
        updatedAt: stamp(),
      })
    },
    'posts.get': ({ postId }) => world.posts.get(postId) ?? failure('not-found', 'There is no such post.'),
    'posts.list': ({ search, statuses, accountId, channel, tags }) => ({
      entries: [...world.posts.values()]
        .filter((post) => post.deletedAt === null)
        .filter((post) => statuses === undefined || statuses.includes(post.status))
        .filter((post) => accountId === undefined || post.items.some((item) => item.accountId === accountId))
        .filter((post) => channel === undefined || post.items.some((item) => item.channel === channel))
        .filter((post) => hasTags(post.tags, tags))
        .filter((post) => post.text.toLowerCase().includes((search ?? '').toLowerCase()))
        .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
      cursor: null,
    }),
    'posts.check': ({ postId, targets = [], ...written }) => {
      const stored = world.posts.get(postId ?? '') ?? makePost()
      const { text = stored.text, media = stored.media, thread = stored.thread } = written
      return {
        targets: targets.map(({ accountId, override }) =>
          checkText(world, accountId, override?.text ?? text, (override?.media ?? media).length, thread),
        ),
      }
    },
    'posts.schedule': ({ postId, when }) => {
      const post = world.posts.get(postId)
      if (post === undefined) return failure('not-found', 'There is no such post.')
      if (when.kind === 'slot' && nextFreeSlot(world, when.planId) === null) {
        return failure('not-found', 'There is no free slot.', 'Make a plan of slots first.')
      }
      const items = post.items.map((item) =>
        item.state === 'published' ? item : { ...item, ...scheduled(when), updatedAt: stamp() },
      )
      return put({ ...post, status: 'scheduled', items, updatedAt: stamp() })
    },
    'posts.delete': ({ postId }) => {
      const post = world.posts.get(postId)
      if (post === undefined) return failure('not-found', 'There is no such post.')
      world.posts.set(postId, { ...post, deletedAt: stamp() })
      emit({ kind: 'post-removed', postId })
      emit({ kind: 'status-changed', status: status() })
      return { done: true }
    },
    'posts.restore': ({ postId }) => {
      const post = world.posts.get(postId)
      return post === undefined ? failure('not-found', 'There is no such post.') : put({ ...post, deletedAt: null })
    },
    'items.list': ({ states, accountId, channel, tags, external, search, order = 'latest', limit = 50, cursor }) => {
      const rows = allItems()
        .map(rowOf)
        .filter((row) => states === undefined || states.includes(row.state))
        .filter((row) => accountId === undefined || row.accountId === accountId)
        .filter((row) => channel === undefined || row.channel === channel)
        .filter((row) => external === undefined || row.external === external)
        .filter((row) => hasTags(row.tags, tags))
        .filter((row) => row.text.toLowerCase().includes((search ?? '').toLowerCase()))
        .toSorted((a, b) => compare(order, a, b))
      const from = cursor === undefined ? 0 : Number(cursor)
      const end = from + limit
      return { entries: rows.slice(from, end), cursor: end < rows.length ? String(end) : null }
    },
    'items.get': ({ itemId }) => {
      const found = allItems().find(({ item }) => item.id === itemId)
      if (found === undefined) return failure('not-found', 'There is no such post any more.', 'Go back to the queue.')
      return { ...rowOf(found), history: world.history.get(itemId) ?? [] }
    },
    'items.cancel': ({ itemId }) => setItem(itemId, { state: 'cancelled', nextAt: null, waiting: null }),
    'items.reschedule': ({ itemId, when }) => setItem(itemId, { ...scheduled(when), waiting: null, failure: null }),
    'items.restore': ({ places }) => ({
      items: places.map(({ itemId, schedule, slot }) =>
        setItem(itemId, { state: 'scheduled', schedule, slot: slot ?? null, nextAt: schedule.at, waiting: null }),
      ),
    }),
    'items.reorder': ({ itemId, before }) => {
      const accountId = allItems().find(({ item }) => item.id === itemId)?.item.accountId
      const line = allItems()
        .flatMap(({ item }) => (item.accountId === accountId && item.state === 'scheduled' ? [item] : []))
        .toSorted((a, b) => Date.parse(a.schedule?.at ?? '') - Date.parse(b.schedule?.at ?? ''))
      const others = line.filter((item) => item.id !== itemId)
      const place = others.findIndex((item) => item.id === before)
      const arranged = others.toSpliced(
        place === -1 ? others.length : place,
        0,
        ...line.filter((item) => item.id === itemId),
      )
      const moved = arranged.flatMap((item, index) => (line[index] === item ? [] : [{ item, to: line[index] }]))
      return {
        moved: moved.map(({ item, to }) =>
          setItem(item.id, { schedule: to?.schedule ?? null, nextAt: to?.nextAt ?? null }),
        ),
        from: moved.flatMap(({ item }) =>
          item.schedule === null ? [] : [{ itemId: item.id, schedule: item.schedule, slot: item.slot }],
        ),
      }
    },
    'items.retry': ({ itemId }) => setItem(itemId, { ...scheduled({ kind: 'now' }), waiting: null, failure: null }),
    'items.settle': ({ itemId, found, url, when = { kind: 'now' } }) =>
      found
        ? setItem(itemId, {
            state: 'published',
            publishedAt: stamp(),
            failure: null,
            remote: { id: 'found', url: url ?? null, parts: [] },
          })
        : setItem(itemId, { ...scheduled(when), failure: null }),
    'items.edit': ({ itemId, text }) => setItem(itemId, { override: { text } }),
    'items.unpublish': ({ itemId }) => setItem(itemId, { unpublishedAt: stamp() }),
    'accounts.list': () => ({ entries: world.accounts }),
    'accounts.add': ({ channel, name, settings = {} }) => {
      const account = makeAccount({ channel, name, settings, identity: JSON.stringify(settings) })
      world.accounts.push(account)
      emit({ kind: 'account-changed', account })
      return account
    },
    'accounts.reconnect': ({ accountId }) => setAccount(world, emit, accountId, { connection: 'valid', failure: null }),
    'accounts.update': ({ accountId, destination, ...change }) =>
      setAccount(world, emit, accountId, {
        ...(change as Partial<Account>),
        ...(destination === undefined
          ? {}
          : { destination: world.rules.destinations.find((one) => one.id === destination) ?? null }),
      }),
    'accounts.destinations': () => ({ entries: world.rules.destinations }),
    'accounts.health': () => ({ entries: world.rules.health }),
    'external.read': ({ accountId }) => ({
      entries: [{ accountId: accountId ?? world.accounts[0]?.id ?? '', read: 12, added: 3, failure: null }],
    }),
    'items.bulk': ({ itemIds, action }) => ({
      results: itemIds.map((id) => {
        const known = allItems().some(({ item }) => item.id === id)
        if (!known) return { id, ok: false, failure: failure('not-found', 'There is no such post any more.') }
        if (action.kind === 'cancel') setItem(id, { state: 'cancelled', nextAt: null, waiting: null })
        else if (action.kind === 'put-back') setItem(id, { state: 'missed', nextAt: null })
        else setItem(id, { ...scheduled(action.kind === 'reschedule' ? action.when : { kind: 'now' }), failure: null })
        return { id, ok: true }
      }),
    }),
    'posts.bulk': ({ postIds, action }) => ({
      results: postIds.map((id) => {
        const post = world.posts.get(id)
        if (post === undefined) return { id, ok: false, failure: failure('not-found', 'There is no such post.') }
        if (action.kind === 'tag') {
          const kept = post.tags.filter((tag) => !action.remove.includes(tag) && !action.add.includes(tag))
          put({ ...post, tags: [...kept, ...action.add], updatedAt: stamp() })
        } else if (action.kind === 'delete') {
          world.posts.set(id, { ...post, deletedAt: stamp() })
          emit({ kind: 'post-removed', postId: id })
        } else if (action.kind === 'restore') {
          put({ ...post, deletedAt: null })
        } else {
          const items = post.items.map((item) => ({ ...item, ...scheduled(action.when), updatedAt: stamp() }))
          put({ ...post, status: 'scheduled', items, updatedAt: stamp() })
        }
        return { id, ok: true }
      }),
    }),
    'tags.list': () => {
      const found = new Map<string, number>()
      for (const post of world.posts.values()) for (const tag of post.tags) found.set(tag, (found.get(tag) ?? 0) + 1)
      return { entries: [...found].map(([tag, posts]) => ({ tag, posts })) }
    },
    'accounts.check': ({ accountId }) => setAccount(world, emit, accountId, { checkedAt: stamp() }),
    'accounts.disconnect': ({ accountId }) => setAccount(world, emit, accountId, { connection: 'disconnected' }),
    'channels.list': () => ({ entries: world.channels }),
    'media.add': ({ name, data }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      if (bytes[0] !== 0x89 && bytes[0] !== 0xff) {
        return failure('media-unreadable', `"${name}" is not a picture that can be read.`, 'Choose another file.')
      }
      const media: Media = {
        id: makeId('med'),
        hash: '0'.repeat(64),
        name,
        mime: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
        size: bytes.length,
        width: 1200,
        height: 800,
        seconds: null,
        frameRate: null,
        edited: null,
        createdAt: stamp(),
      }
      world.media.set(media.id, { ...media, bytes })
      return media
    },
    'media.get': ({ mediaId }) => world.media.get(mediaId) ?? failure('not-found', 'There is no such file.'),
    'settings.get': () => world.settings,
    'settings.update': (change) => {
      world.settings = { ...world.settings, ...(change as Partial<Settings>) }
      emit({ kind: 'settings-changed', settings: world.settings })
      emit({ kind: 'status-changed', status: status() })
      return world.settings
    },
    'status.get': () => status(),
    ...memorySignIns(emit),
    ...memoryRules(world),
    ...memoryCalendar(world),
    ...memoryPrograms(world),
    ...memoryWriting(world),
  }

  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Reply<Output<M>>> => {
    calls.push({ method, input })
    await Promise.resolve()
    const failing = world.failing.get(method)
    if (failing !== undefined) return { ok: false, failure: failing }
    const answer = answers[method]
    if (answer === undefined) return { ok: false, failure: failure('unknown-method', `There is no ${method}.`) }
    const value = answer(input)
    return isFailure(value) ? { ok: false, failure: value } : { ok: true, value }
  }

  return {
    world,
    calls,
    emit,
    call,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    addFile: () => null,
    mediaUrl: async (mediaId) => {
      const media = world.media.get(mediaId)
      if (media === undefined) throw new Error('no such file')
      const url = URL.createObjectURL(new Blob([media.bytes], { type: media.mime }))
      return { url, release: () => URL.revokeObjectURL(url) }
    },
    desktop: null,
  }
}

export const makeAccount = (change: Partial<Account>): Account => ({
  id: makeId('acc'),
  channel: 'folder',
  name: 'My posts',
  settings: {},
  identity: '',
  connection: 'valid',
  aliases: [],
  destination: null,
  creditsPerPost: 0,
  expiresAt: null,
  renewAt: null,
  permissions: [],
  picture: null,
  failure: null,
  checkedAt: new Date().toISOString(),
  createdAt: new Date().toISOString(),
  ...change,
})

const setAccount = (
  world: MemoryWorld,
  emit: (event: Event) => void,
  accountId: string,
  change: Partial<Account>,
): Account | Failure => {
  const known = world.accounts.find((account) => account.id === accountId)
  if (known === undefined) return failure('not-found', 'There is no such account.')
  const account = { ...known, ...change }
  world.accounts = world.accounts.map((one) => (one === known ? account : one))
  emit({ kind: 'account-changed', account })
  return account
}

const hasTags = (has: readonly string[], asked: readonly string[] | undefined): boolean =>
  (asked ?? []).every((tag) => has.some((one) => one.toLowerCase() === tag.toLowerCase()))

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'code' in value && 'next' in value && 'message' in value

const compare = (order: 'soonest' | 'latest', a: ItemRow, b: ItemRow): number => {
  if (order === 'latest') return sortTime(b) - sortTime(a) || (a.id < b.id ? 1 : -1)
  const [first, second] = [a, b].map((row) => (row.nextAt === null ? Infinity : Date.parse(row.nextAt)))
  return first === second ? (a.id < b.id ? -1 : 1) : (first ?? 0) - (second ?? 0)
}

const sortTime = (row: ItemRow): number => Date.parse(row.publishedAt ?? row.schedule?.at ?? row.updatedAt)

/** Counts graphemes and finds links and tags, as a channel would. */
const checkText = (
  world: MemoryWorld,
  accountId: string,
  text: string,
  files: number,
  thread: boolean,
): TargetCheck => {
  const account = world.accounts.find((one) => one.id === accountId)
  const limit = world.channels.find((one) => one.key === account?.channel)?.textLimit ?? null
  const parts = (thread ? text.split(/\n---\n/) : [text]).map((part) => ({
    text: part,
    emphasis: [],
    used: [...new Intl.Segmenter('en').segment(part)].length,
    ranges: [...part.matchAll(/https?:\/\/\S+|#\w+|@[\w.]+/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: found[0].startsWith('#')
        ? ('tag' as const)
        : found[0].startsWith('@')
          ? ('mention' as const)
          : ('link' as const),
      href: found[0],
    })),
  }))
  const used = Math.max(...parts.map((part) => part.used))
  const over = limit !== null && used > limit.max
  return {
    accountId,
    problems: [
      ...(text.trim() === '' && files === 0
        ? [
            {
              severity: 'error' as const,
              code: 'empty-post',
              message: 'There is nothing to publish.',
              next: 'Write something.',
              field: 'text' as const,
            },
          ]
        : []),
      ...(over
        ? [
            {
              severity: 'error' as const,
              code: 'text-too-long',
              message: `The text is ${used - limit.max} ${limit.unit} too long.`,
              next: 'Shorten it, or split it into a thread.',
              field: 'text' as const,
              at: limit.max,
            },
          ]
        : []),
    ],
    count: limit === null ? null : { used, max: limit.max, unit: limit.unit },
    parts,
    changes: [],
    card: limit === null ? null : (/https?:\/\/\S+/.exec(text)?.[0] ?? null),
  }
}
