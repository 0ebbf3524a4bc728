import type { Event } from '../../src-preload/contract/events.ts'
import type { ItemState, WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { AccountRecord, AttemptRecord, ItemRecord, MediaRecord, Millis, PostRecord } from './records.ts'

/*
 * What the use cases need from the world. Everything that reads a clock, throws dice or touches a disk comes in
 * through here, so that every rule can be tested with a world of the test's own making.
 */

export type Clock = {
  now(): Millis
  /** Calls back once after so many milliseconds (at most 2^31-1); returns the way to call it off. */
  after(delay: Millis, callback: () => void): () => void
}

/** Makes identifiers that sort by time of making: `pst_01J...`. */
export type Ids = { make(prefix: 'pst' | 'itm' | 'acc' | 'med'): string }

/** A number in [0, 1), for jitter. */
export type Random = () => number

export type Log = {
  info(message: string, about?: Record<string, unknown>): void
  warn(message: string, about?: Record<string, unknown>): void
  error(message: string, about?: Record<string, unknown>): void
}

/** Tells the person outside the window. */
export type Notifier = { notify(notice: Notice): void }
export type Notice = { kind: 'published' | 'failed' | 'missed'; title: string; body: string; itemId: string }

/** Passes on what changed to whoever shows it. */
export type Events = { emit(event: Event): void }

/** Whether the machine has a network at all: tells `offline` from `unreachable`, decides nothing else. */
export type Network = { isOnline(): boolean }

/** Seals secrets so that only this person on this machine can open them. */
export type Vault = {
  readonly keeper: 'system' | 'key-file'
  seal(plain: string): Uint8Array
  /** Throws when it was sealed by another key. */
  open(sealed: Uint8Array): string
}

export type Page<T> = { entries: T[]; cursor: string | null }

export type ItemFilter = {
  states?: readonly ItemState[] | undefined
  accountId?: string | undefined
  /** Full-text over the post's text, its overrides and tags. */
  search?: string | undefined
  /** `soonest`: nextAt, then id, ascending, rows without nextAt last; `latest`: by sort time, newest first. */
  order: 'soonest' | 'latest'
  limit: number
  cursor?: string | undefined
}

export type PostFilter = {
  search?: string | undefined
  drafts?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/**
 * The file the person owns. Every method is one atomic step; `transaction` joins several. Inside it only the store
 * that is handed in may be used. Rows of deleted posts are invisible to lists, due queries and counts.
 */
export type Store = {
  transaction<T>(work: (within: Store) => Promise<T>): Promise<T>
  readonly posts: {
    get(id: string): Promise<PostRecord | undefined>
    getMany(ids: readonly string[]): Promise<PostRecord[]>
    /** Inserts or replaces, search index included. */
    put(post: PostRecord): Promise<void>
    /** Newest change first. Throws a Refusal on a cursor it did not make. */
    list(filter: PostFilter): Promise<Page<PostRecord>>
    /** Removes for good what was deleted before; returns the ids. */
    purge(deletedBefore: Millis): Promise<string[]>
  }
  readonly items: {
    get(id: string): Promise<ItemRecord | undefined>
    ofPosts(postIds: readonly string[]): Promise<ItemRecord[]>
    put(item: ItemRecord): Promise<void>
    remove(id: string): Promise<void>
    list(filter: ItemFilter): Promise<Page<ItemRecord>>
    /** What the scheduler must look at by now (`nextAt <= now`), soonest first, leaving out busy accounts. */
    due(now: Millis, limit: number, exceptAccounts: readonly string[]): Promise<ItemRecord[]>
    /** The soonest item that something will happen to by itself. */
    next(): Promise<ItemRecord | undefined>
    /** Everything in these states, oldest first: for recovery and release, where few are expected. */
    inStates(
      states: readonly ItemState[],
      of?: { reasons?: readonly WaitingReason[]; accountId?: string },
    ): Promise<ItemRecord[]>
    counts(): Promise<Record<ItemState, number>>
  }
  readonly attempts: {
    /** Inserts or replaces by item and number. */
    put(attempt: AttemptRecord): Promise<void>
    ofItem(itemId: string): Promise<AttemptRecord[]>
  }
  readonly accounts: {
    get(id: string): Promise<AccountRecord | undefined>
    list(): Promise<AccountRecord[]>
    /** Throws a Refusal when the name is taken. */
    put(account: AccountRecord): Promise<void>
  }
  readonly media: {
    get(id: string): Promise<MediaRecord | undefined>
    getMany(ids: readonly string[]): Promise<MediaRecord[]>
    findByHash(hash: string): Promise<MediaRecord | undefined>
    put(media: MediaRecord): Promise<void>
  }
  readonly settings: {
    /** What was ever changed; defaults are the core's. */
    get(): Promise<Partial<Settings>>
    put(change: Partial<Settings>): Promise<void>
  }
  readonly secrets: {
    get(name: string): Promise<{ keeper: Vault['keeper']; sealed: Uint8Array } | undefined>
    put(name: string, secret: { keeper: Vault['keeper']; sealed: Uint8Array }): Promise<void>
    removeAll(prefix: string): Promise<void>
  }
  /** How many items are out of every list because their row, or their post's, cannot be read. They are kept. */
  unreadable(): Promise<number>
  /** Closes the file after a checkpoint. */
  close(): Promise<void>
}

/** The files beside the database, named by their content. */
export type MediaFiles = {
  /** Copies the bytes in (atomically, nothing on failure) and returns their SHA-256 in hex. */
  add(bytes: Uint8Array): Promise<string>
  /** Absolute path of a stored file; it may be missing when someone removed it. */
  path(hash: string): string
  has(hash: string): Promise<boolean>
}

/** Looks into a file and tells what it is; throws a Refusal when it cannot be read as what it claims to be. */
export type MediaProbe = (bytes: Uint8Array) => Promise<{ mime: string; width: number | null; height: number | null }>
