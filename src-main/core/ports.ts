import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { PictureEdit } from '../../src-preload/contract/model/media.ts'
import type { ItemState, WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { RelayChoice, Settings } from '../../src-preload/contract/model/settings.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import type {
  ArchiveJob,
  Settled,
  Snapshot,
  SnapshotWhy,
  UnreadableRow,
} from '../../src-preload/contract/model/snapshot.ts'
import type { Feature } from '../../src-preload/contract/model/quota.ts'
import type { PostStatus } from '../../src-preload/contract/model/post.ts'
import type { Asset, AssetSource, Tone } from '../../src-preload/contract/model/writing.ts'
import type { AwakeHour } from './awake-hours.ts'
import type {
  AccountRecord,
  AttemptRecord,
  DeliveryRecord,
  HookRecord,
  ImportRecord,
  ItemRecord,
  KeyRecord,
  MediaRecord,
  MeterRecord,
  Millis,
  PictureRecord,
  PostRecord,
  ReceiptRecord,
  SlotPlanRecord,
  TemplateRecord,
} from './records.ts'

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
export type Ids = {
  make(prefix: 'pst' | 'itm' | 'acc' | 'med' | 'slp' | 'mtr' | 'key' | 'hok' | 'imp' | 'dlv' | 'sgn' | 'tpl'): string
}

/** A number in [0, 1), for jitter. */
export type Random = () => number

export type Log = {
  info(message: string, about?: Record<string, unknown>): void
  warn(message: string, about?: Record<string, unknown>): void
  error(message: string, about?: Record<string, unknown>): void
}

/** Tells the person outside the window. */
export type Notifier = { notify(notice: Notice): void }
/** What is worth saying outside the window; the shell finds the words. `text` is how the post reads, shortened. */
export type Notice =
  | { kind: 'published'; itemId: string; account: string; channel: string; text: string }
  | {
      kind: 'failed' | 'unconfirmed'
      itemId: string
      account: string
      channel: string
      text: string
      failure: Failure | null
    }
  | { kind: 'by-hand'; itemId: string; account: string; text: string }
  /** Several at once are one notice. */
  | { kind: 'missed'; itemId: string; count: number; text: string }
  | { kind: 'signed-out'; itemId: null; accountId: string; account: string; failure: Failure }

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

/** What both lists can be narrowed by; what is left out does not narrow. */
export type Narrowed = {
  accountId?: string | undefined
  channel?: string | undefined
  /** Posts with every one of them, without regard to case. */
  tags?: readonly string[] | undefined
  /** Both ends included. */
  from?: Millis | undefined
  to?: Millis | undefined
  external?: boolean | undefined
  /** Full-text over the post's text, its overrides and tags. */
  search?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** `from` and `to` ask for the time the item sorts by: published, else planned, else changed. */
export type ItemFilter = Narrowed & {
  states?: readonly ItemState[] | undefined
  /** `soonest`: nextAt, then id, ascending, rows without nextAt last; `latest`: by sort time, newest first. */
  order: 'soonest' | 'latest'
}

/** A stretch of time; `to` is no longer in it. */
export type Span = { from: Millis; to: Millis }

/** What is spread over stretches of time: by the time an item sorts by, at most `limit` of each stretch. */
export type SpreadFilter = Pick<Narrowed, 'accountId' | 'channel' | 'tags' | 'external'> & {
  states: readonly ItemState[]
  limit: number
}

/** `from` and `to` ask for the time of its first item (published, else planned), else that of its making. */
export type PostFilter = Narrowed & {
  statuses?: readonly PostStatus[] | undefined
  unscheduled?: boolean | undefined
  /** `changed`: newest change first; `made`: newest made first. */
  order: 'changed' | 'made'
}

/** Which charges to add up: `from` inclusive, `to` exclusive; `except` leaves out one item's own. */
export type ChargeFilter = {
  feature?: Feature | undefined
  accountId?: string | undefined
  from: Millis
  to: Millis
  except?: string | undefined
}

/** Sums of charges: how many posts and how many credits, planned and used. */
export type ChargeSum = Record<'reserved' | 'consumed', { posts: number; credits: number }>

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
    /** Of these texts (as `bareText` leaves them) those that a post has, with when the newest such post was made. */
    said(texts: readonly string[]): Promise<ReadonlyMap<string, Millis>>
    /** Removes for good what was deleted before; returns the ids. */
    purge(deletedBefore: Millis): Promise<string[]>
  }
  readonly items: {
    get(id: string): Promise<ItemRecord | undefined>
    ofPosts(postIds: readonly string[]): Promise<ItemRecord[]>
    put(item: ItemRecord): Promise<void>
    remove(id: string): Promise<void>
    list(filter: ItemFilter): Promise<Page<ItemRecord>>
    /** Of each stretch of time the first items and how many there are, counted up to 10,000. */
    spread(spans: readonly Span[], filter: SpreadFilter): Promise<{ entries: ItemRecord[]; total: number }[]>
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
    /** Pending and published items that hold a slot of a plan from then on, by slot; those of deleted posts left out. */
    inSlots(planId: string, from: Millis): Promise<ItemRecord[]>
    /** Which slots of a plan are held within a stretch of time, soonest first. */
    slotsHeld(planId: string, within: Span): Promise<Millis[]>
    /**
     * At which of these times items are to go out that hold no slot, with a post of each: a time that was chosen by hand
     * takes the slot that stands there. Items of the post named are left out.
     */
    setByHand(times: readonly Millis[], exceptPostId?: string): Promise<{ at: Millis; postId: string }[]>
    /** Which of these ids of a channel belong to items of the account, remote ids of threads' parts and versions included. */
    knownRemotes(accountId: string, remoteIds: readonly string[]): Promise<string[]>
    /**
     * What keeps an item of the account meant for that time from being next. Of those meant before it that wait for the
     * network, their channel (since then at the earliest) or their turn, or are asked about (for fewer times than that:
     * `away` where nobody answers at all), the one that is looked at last.
     */
    ahead(
      accountId: string,
      meant: Millis,
      keeps: { since: Millis; asked: number; away: number },
    ): Promise<ItemRecord | undefined>
    /** What the account published last from here. */
    lastSent(accountId: string): Promise<ItemRecord | undefined>
    /** When the account last published, here or on the channel itself. */
    lastPublishedAt(accountId: string): Promise<Millis | null>
  }
  /**
   * What the items take from the meters, deleted posts included: a charge is written with its item and outlives it when
   * it was consumed.
   */
  readonly charges: {
    sum(filter: ChargeFilter): Promise<ChargeSum>
    /** The single charges, oldest first: for rolling windows. */
    list(filter: ChargeFilter): Promise<{ at: Millis; credits: number; standing: 'reserved' | 'consumed' }[]>
    /** Writes down one use of a feature that no item and no account stands for: consumed, without credits. */
    use(of: { feature: Feature; at: Millis }): Promise<void>
  }
  readonly tags: { list(): Promise<{ tag: string; posts: number }[]> }
  readonly meters: {
    list(): Promise<MeterRecord[]>
    put(meter: MeterRecord): Promise<void>
    /** Says whether it was there. */
    remove(id: string): Promise<boolean>
  }
  readonly templates: {
    /** By name. */
    list(): Promise<TemplateRecord[]>
    put(template: TemplateRecord): Promise<void>
    remove(id: string): Promise<boolean>
  }
  readonly slotPlans: {
    /** Oldest first. */
    list(): Promise<SlotPlanRecord[]>
    put(plan: SlotPlanRecord): Promise<void>
    remove(id: string): Promise<boolean>
  }
  readonly keys: {
    list(): Promise<KeyRecord[]>
    findByHash(hash: string): Promise<KeyRecord | undefined>
    put(key: KeyRecord): Promise<void>
  }
  readonly imports: {
    get(id: string): Promise<ImportRecord | undefined>
    /** The last import of the same bytes that was not undone. */
    ofHash(hash: string): Promise<ImportRecord | undefined>
    /** Newest first. */
    list(limit: number): Promise<ImportRecord[]>
    put(record: ImportRecord): Promise<void>
  }
  readonly receipts: {
    get(once: string): Promise<ReceiptRecord | undefined>
    put(receipt: ReceiptRecord): Promise<void>
    list(): Promise<ReceiptRecord[]>
    purge(before: Millis): Promise<void>
  }
  readonly hooks: {
    list(): Promise<HookRecord[]>
    put(hook: HookRecord): Promise<void>
    remove(id: string): Promise<boolean>
  }
  readonly deliveries: {
    get(id: string): Promise<DeliveryRecord | undefined>
    put(delivery: DeliveryRecord): Promise<void>
    /** Newest first. */
    list(filter: {
      hookId?: string | undefined
      limit: number
      cursor?: string | undefined
    }): Promise<Page<DeliveryRecord>>
    /** What is to be sent by now, oldest first, leaving out what is for these hooks. */
    due(now: Millis, limit: number, exceptHooks: readonly string[]): Promise<DeliveryRecord[]>
    /** Forgets what came to its end before then. */
    purge(before: Millis): Promise<void>
  }
  /** What is kept of uploads under way; see the channels' `UploadNotes`. */
  readonly uploads: {
    get(itemId: string, name: string): Promise<string | null>
    put(itemId: string, name: string, value: string): Promise<void>
    ofItem(itemId: string): Promise<{ name: string; value: string }[]>
    /** The items of which anything is kept. */
    items(): Promise<string[]>
    remove(itemId: string, name?: string): Promise<void>
  }
  readonly attempts: {
    /** Inserts or replaces by item and number. */
    put(attempt: AttemptRecord): Promise<void>
    ofItem(itemId: string): Promise<AttemptRecord[]>
    /** Of all items, newest first; those of deleted posts left out. */
    list(filter: {
      accountId?: string | undefined
      /** Only what did not succeed. */
      problems: boolean
      limit: number
      cursor?: string | undefined
    }): Promise<Page<AttemptRecord>>
  }
  /** In which hours of the week this computer was on. */
  readonly awake: {
    list(): Promise<AwakeHour[]>
    put(hour: AwakeHour): Promise<void>
  }
  readonly accounts: {
    get(id: string): Promise<AccountRecord | undefined>
    list(): Promise<AccountRecord[]>
    /** Throws a Refusal when the name, or one of the aliases, is taken. */
    put(account: AccountRecord): Promise<void>
  }
  /** The pictures that the channels show of the accounts. */
  readonly pictures: {
    get(accountId: string): Promise<PictureRecord | undefined>
    /** In place of the one the account had. */
    put(picture: PictureRecord): Promise<void>
    remove(accountId: string): Promise<void>
  }
  readonly media: {
    get(id: string): Promise<MediaRecord | undefined>
    getMany(ids: readonly string[]): Promise<MediaRecord[]>
    findByHash(hash: string): Promise<MediaRecord | undefined>
    put(media: MediaRecord): Promise<void>
    /** Forgets a file; says whether its bytes are still another's. */
    remove(id: string): Promise<{ shared: boolean }>
    /** Pictures that were made of others, before then. */
    madeOfOthers(before: Millis): Promise<MediaRecord[]>
    /**
     * Which of these files a stretch of all posts refers to, deleted ones and their items included; `next`: where the
     * next stretch begins, null after the last.
     */
    usedBy(ids: readonly string[], from: number): Promise<{ used: string[]; next: number | null }>
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
  /** All rows that could not be read, as they were when they were met, newest first. */
  unreadableRows(limit: number): Promise<UnreadableRow[]>
  /** Closes the file after a checkpoint. */
  close(): Promise<void>
}

/** The copies of the database beside it. */
export type Snapshots = {
  readonly folder: string
  /** Newest first. */
  list(): Promise<Snapshot[]>
  /** Copies the database while it is in use, reads the copy through. Throws a Refusal when there is no room for it. */
  create(why: SnapshotWhy, signal?: AbortSignal): Promise<Snapshot>
  remove(name: string): Promise<void>
  /** Refuses what is no snapshot's name. */
  path(name: string): string
}

/** Everything of the person's at once: another file in its place, one file out of all. */
export type WholeData = {
  /** The app that calls this is stopped by it, and another one stands in its place when it returns. */
  restore(name: string): Promise<Settled>
  /** Begins; refuses while another one runs. `passphrase` null: readable by everybody, without passwords. */
  export(of: { path: string; passphrase: string | null }): ArchiveJob
  import(of: { path: string; passphrase: string | null }): ArchiveJob
  job(): ArchiveJob | null
  cancel(): void
}

/** What the computer says of itself. Sizes in bytes. */
export type Machine = {
  /** Of the data folder; `free` null where the system does not say. */
  disk(): Promise<{ database: number; media: number; snapshots: number; free: number | null }>
  /** What the process holds. */
  memory(): number
  /** Names and versions of the system and the runtime. */
  system(): Record<string, string>
  /** The newest lines of the log, oldest first, each a JSON object. */
  log(lines: number): Promise<string[]>
}

/** A file on its way in; `size` null: how long it is will show. It is read once, and as fast as it can be written. */
export type Incoming = { size: number | null; bytes: AsyncIterable<Uint8Array> }

/** A file on its way in, and the name it has. */
export type NamedFile = Incoming & { name: string }

/** The files beside the database, named by their content. */
export type MediaFiles = {
  /**
   * Copies a file in piece by piece, lets `look` see it before it counts, and answers with its SHA-256 in hex, its size
   * and what `look` found. Atomic: on any failure, `look`'s refusal too, nothing is left. Refuses what the disk has no
   * room for before it is read, and what does not come to the size it was said to have.
   */
  add<T>(file: Incoming, look: (path: string) => Promise<T>): Promise<{ hash: string; size: number; found: T }>
  /** Absolute path of a stored file; it may be missing when someone removed it. */
  path(hash: string): string
  has(hash: string): Promise<boolean>
  /** The whole of a stored file. */
  read(hash: string): Promise<Uint8Array>
  /** Takes a stored file away for good; one that is not there is gone already. */
  remove(hash: string): Promise<void>
}

/**
 * Reads from addresses that people or pages name, safely: http and https alone, no private addresses unless the person
 * allows them, limits on size and time, redirects followed with the same care. Throws a Refusal that says what was wrong.
 */
export type Web = {
  get(
    url: string,
    limits: { maxBytes: number; accept: string; timeoutMs: number },
  ): Promise<{ /** After redirects. */ url: string; mime: string; bytes: Uint8Array }>
}

/** Where a browser is sent back to after a sign-in: an address of this computer. */
export type Landing = {
  /**
   * Listens on 127.0.0.1 until closed: at the port that networks are told beforehand, or at any that is free. `arrived`
   * says whether an address that a browser came to is meant for this sign-in; the first that is ends the listening.
   * Throws a Refusal when the port is taken.
   */
  open(
    port: 'fixed' | 'any',
    arrived: (address: string) => boolean,
  ): Promise<{ redirect: string; close(): Promise<void> }>
}

/** A bucket of the S3 kind as the settings name it, with its secret key. */
export type BucketAccess = Omit<Extract<RelayChoice, { kind: 's3' }>, 'kind'> & { secretKey: string }

/** Keeps files where all the world can fetch them. Each call throws a Refusal that says what was wrong. */
export type Bucket = {
  /** A name that nobody can guess, for a file that is to come. */
  nameFor(file: { mime: string; name: string }): string
  put(
    name: string,
    file: { /** Absolute. */ path: string; mime: string; size: number },
    /** `onProgress` is called with the bytes that have left so far. */
    flow: { signal: AbortSignal; onProgress(sent: number): void },
  ): Promise<void>
  /** Where it can be fetched from, for a day at least. */
  address(name: string): Promise<string>
  /** What is not there is fine. */
  remove(name: string, signal: AbortSignal): Promise<void>
}

/** The HTTP API as the settings switch it: the window's shell turns it, the server's is always on. */
export type HttpSwitch = {
  /** Opens, moves or closes it as chosen. Throws a Refusal when it cannot: everything stays as it was. */
  turn(chosen: Settings['http']): Promise<void>
  state(): Status['http']
}

/** Looks into the file at a path and tells what it is; throws a Refusal when it cannot be read as what it claims to be. */
export type MediaProbe = (
  path: string,
) => Promise<Pick<MediaRecord, 'mime' | 'width' | 'height' | 'seconds' | 'frameRate'>>

/**
 * Makes another picture out of the one at a path, upright and without what it tells of its making. Throws a Refusal when
 * it cannot be read, or is none that stands still.
 */
export type PictureEditor = (path: string, edit: PictureEdit) => Promise<{ bytes: Uint8Array; mime: string }>

/** Makes a small still picture of one that came from the web; null: it is none of a kind that is known. */
export type PictureShrinker = (bytes: Uint8Array) => Promise<{ bytes: Uint8Array; mime: string } | null>

/** What captions are asked for. */
export type Brief = {
  /** What to write about: the person's own words, or what was read of something. */
  about: { kind: 'prompt'; text: string } | { kind: 'asset'; asset: Asset }
  tone: Tone
  /** BCP 47; null: that of what it is about. */
  language: string | null
  /** Stands in every caption; null: none. */
  link: string | null
  hashtags: boolean
  count: number
  /** How much text there is room for; null: any amount. A help to the writer: `fits` decides. */
  room: { max: number; unit: string } | null
  /** Whether a text may stand as it is; a shorter one may where a longer one may. */
  fits(text: string): Promise<boolean>
}

/** A whole text as it would stand, link and hashtags in it; `hashtags` names those, without the sign. */
export type Caption = { text: string; hashtags: string[] }

/** Who writes captions. */
export type Writer = {
  /** What captions are signed with: `built-in`, or the name of a model. */
  readonly name: string
  /** Different captions that fit, at most as many as asked for. Throws a Refusal that says why there are none. */
  write(brief: Brief): Promise<Caption[]>
}

/** Reads what posts can be made from, and writes about it. */
export type Writers = {
  /** The newest first where they have times, at most ten. Throws a Refusal that says what was wrong with the source. */
  readAssets(source: AssetSource): Promise<Asset[]>
  /** Brings what others handed in into the form that reading gives: no markup, bounded lengths, web links alone. Refuses one without words. */
  tidyAsset(asset: Asset): Promise<Asset>
  /** Needs no model and no network. */
  builtIn: Writer
  /** A server that speaks the OpenAI protocol; `key` null: it wants none. */
  server(access: { url: string; model: string; key: string | null }): Writer
}
