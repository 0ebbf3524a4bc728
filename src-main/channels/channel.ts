import type { z } from 'zod'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import type { TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { Emphasis } from '../core/rich-text.ts'
import type { MediaRecord, Millis } from '../core/records.ts'
import type { Clock, Log, Network, Random } from '../core/ports.ts'

/** A file as a channel gets it: already copied, hashed and probed. */
export type DraftMedia = MediaRecord & { alt: string; /** Absolute path of the bytes. */ path: string }

/** A post as it is to stand on one target: overrides applied, files at hand. */
export type Draft = {
  text: string
  media: readonly DraftMedia[]
  tags: readonly string[]
  /** Where `text` is emphasised: marks are taken out of it already. Without rich text there are none. */
  emphasis: readonly Emphasis[]
  /** Split what is too long into a thread. */
  thread: boolean
  /** Number the parts of a thread: `1/3`. */
  numbered: boolean
  /** Refuse media over a limit instead of fitting them. */
  strict: boolean
  /** What this target is told: the post's options for the channel, and over them its own. Checked by `check`. */
  options: Readonly<Record<string, unknown>>
}

/** A place for what a channel must remember between calls (tokens); kept sealed, emptied with the secret. */
export type SessionSlot = {
  load(): Promise<string | null>
  save(value: string): Promise<void>
  /** One after another for each account: two renewals at once would spend a token that can be used once. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

/**
 * What is to be known of an item's uploads after a cut or a crash (an address to go on at, the id of a file that is there
 * already), by a name of the channel's choosing. On disk when `write` returns; forgotten once the item has come to its end.
 */
export type UploadNotes = {
  read(name: string): Promise<string | null>
  write(name: string, value: string): Promise<void>
}

/** A file as it goes out to where a network can fetch it. */
export type Offered = { path: string; mime: string; name: string; size: number }

/** Makes files public for networks that fetch media by address; taken away again once the item has come to its end. */
export type Relay = {
  /** The public address. The same file of the same item is offered once. Throws a Refusal that says what was wrong. */
  offer(file: Offered): Promise<string>
}

/** What every call to a channel comes with. `settings` have passed the channel's schema. */
export type Access<S> = {
  settings: S
  secret: string | null
  session: SessionSlot
  /** Id of the page or board the person chose; null: the channel's own choice. */
  destination: string | null
  /** Ends the call: the deadline, or the app quitting. */
  signal: AbortSignal
}

/** One item to be sent, or to be asked about. */
export type Work<S> = Access<S> & {
  itemId: string
  draft: Draft
  /** The time it was meant for, or now: what stands as its date. */
  at: Millis
  /** The IANA zone that time was written in: for dates that people read. */
  zone: string
  /** What `plan` chose before the first attempt. */
  marker: string | null
  /** Parts of a thread that stand already, in order. */
  parts: Remote['parts']
  /** Of a post that stands: since when, and how many versions of its text there were before this one; else null. */
  standing: { publishedAt: Millis; versions: number } | null
  /** Must be awaited after each part of a thread: it is on disk when it returns. */
  onPart(part: Remote['parts'][number]): Promise<void>
  notes: UploadNotes
  /** How far the uploads of this item are, in bytes; called often. */
  onProgress(sent: number, total: number): void
  /** Null: the person has chosen none. */
  relay: Relay | null
}

/** What an attempt to send came to. */
export type Outcome =
  /** `reservation`: what of it did not go as meant, though it stands; kept with the attempt. */
  | { kind: 'published'; remote: Remote; reservation?: Failure }
  /** The channel will never take it as it is. */
  | { kind: 'rejected'; failure: Failure }
  /** Surely not sent; worth another try. `offline` and `unreachable` are the codes that hold an item. */
  | { kind: 'retry'; failure: Failure }
  /** Not before this time. */
  | { kind: 'limited'; until: Millis; failure: Failure }
  | { kind: 'signed-out'; failure: Failure }
  /** Sent, but no answer came: nobody knows. */
  | { kind: 'unclear'; failure: Failure }

/** What asking for a post came to. */
export type Lookup = { kind: 'found'; remote: Remote } | { kind: 'absent' } | { kind: 'unknown'; failure: Failure }

/** Something that the account must be allowed to do, by the network's name for it. */
export type Permission = { name: string; /** What Posthorn needs it for, in words. */ why: string; granted: boolean }

/** What a live check of an account came to. `settings` are kept in place of what was typed. */
export type Connected<S> =
  | {
      kind: 'valid'
      identity: string
      settings: S
      /** Where its picture is: `https`, or `http` on this computer. Null: it has none; left out: nobody said. */
      picture?: string | null
      /** When the credential ends, unless it is renewed. */
      expiresAt?: Millis
      /** When it is to be renewed. */
      renewAt?: Millis
      /** What was asked for, and whether it was granted. */
      permissions?: readonly Permission[]
    }
  | { kind: 'refused' | 'unreachable'; failure: Failure }

/** What a change of a published post came to. */
export type Change = { kind: 'done'; remote: Remote } | { kind: 'refused'; failure: Failure }

/** A post found on a channel: made there, or sent by Posthorn. */
export type NativePost = {
  remote: Remote
  text: string
  at: Millis
  /** Addresses of its pictures, for thumbnails. */
  pictures: readonly { url: string; alt: string }[]
}

/** What reading an account's own posts came to, newest first. `from`: what stands since then is all among them. */
export type ReadBack =
  | { kind: 'read'; posts: readonly NativePost[]; from: Millis }
  | { kind: 'failed'; failure: Failure }

/** What asking for pages or boards came to. */
export type Destinations =
  | { kind: 'known'; entries: readonly { id: string; name: string }[] }
  | { kind: 'failed'; failure: Failure }

/** People and pages that a name being typed may mean, best first; `insert` is what stands in the text then. */
export type Mentions =
  | { kind: 'known'; entries: readonly { id: string; name: string; handle: string; insert: string }[] }
  | { kind: 'failed'; failure: Failure }

/** A sign-in in the person's browser, begun. `memory` is what `finish` must be handed; it is kept out of every log. */
export type Begun =
  | { kind: 'begun'; url: string; memory: string }
  | { kind: 'refused' | 'unreachable'; failure: Failure }

/** What came of a sign-in: `session` is what the account's slot holds from now on. */
export type SignedIn<S> =
  | { kind: 'signed-in'; session: string; settings: S }
  | { kind: 'refused' | 'unreachable'; failure: Failure }

/** A sign-in by the browser of the system: the network sends the person back to an address of this computer. */
export type SignIn<S> = {
  /** `fixed`: the network must know the address beforehand, port and all; `any`: the port may be any that is free. */
  port: 'fixed' | 'any'
  /** The way back as the network takes it, where it takes the usual one only in another spelling. */
  redirect?: string
  begin(asked: SignInRequest<S>): Promise<Begun>
  /** `arrived`: the address the person was sent back to, with all that the network added. */
  finish(asked: SignInRequest<S>, memory: string, arrived: URL): Promise<SignedIn<S>>
}
export type SignInRequest<S> = {
  settings: S
  /** The secret of the person's own developer app, where it has one. */
  secret: string | null
  /** Where the network sends the person back to: `http://127.0.0.1:<port>/...`. */
  redirect: string
  signal: AbortSignal
}

/** What renewing a credential came to; the slot holds the new one. */
export type Renewed =
  | { kind: 'renewed'; renewAt: Millis | null; expiresAt: Millis | null }
  | { kind: 'refused' | 'unreachable'; failure: Failure }

/** Where a post stands that a network publishes by itself. `held`: it waits there. `gone`: someone took it away. */
export type Followed =
  | { kind: 'held' }
  | { kind: 'published'; remote: Remote }
  | { kind: 'gone' }
  | { kind: 'unknown'; failure: Failure }

/** A schedule of the network's own: it publishes with this computer shut. */
export type HandOver<S> = {
  /** How far ahead of its time a post must be handed over, at least, in milliseconds. */
  least: Millis
  /** Hands it over, to be published at `work.at`; `remote.id` is what it is held under there. */
  give(work: Work<S>): Promise<Outcome>
  /**
   * Asks whether what was given and never answered for arrived, be it held still or published; without it the person
   * is asked. `lookup` is not, for what stands does not tell of what waits.
   */
  find?(work: Work<S>): Promise<Lookup>
  /** Asks what became of it. */
  follow(work: Work<S>, held: Remote): Promise<Followed>
  /** Takes it from the schedule. */
  takeBack(work: Work<S>, held: Remote): Promise<Change>
}

/** A file that a channel keeps for others to fetch. */
export type Hosted = { kind: 'hosted'; url: string; id: string } | { kind: 'failed'; failure: Failure }

export type Check = Omit<TargetCheck, 'accountId'>

/** What the parts of a channel are built with. */
export type ChannelTools = {
  clock: Clock
  random: Random
  log: Log
  network: Network
  /** Whether pages on private addresses may be fetched for link cards; only for servers one trusts with that. */
  privateLinks?: boolean
}

/**
 * A network Posthorn publishes to. A new one is a file that makes one of these and a line in the registry; all it
 * touches of the world comes in as arguments, and no call throws for what the other side does.
 */
export type Channel<S extends object = Record<string, unknown>> = {
  readonly descriptor: ChannelDescriptor
  /** Parses what a person typed; the descriptor's JSON Schema is made from it. */
  readonly settings: z.ZodType<S>
  /** A live check of settings and secret, before anything is stored. */
  connect(access: Access<S>): Promise<Connected<S>>
  /** Counters, problems and preview for a draft, without the network: it runs while a person types. */
  check(draft: Draft, settings: S): Promise<Check>
  /** Chooses, before anything is sent, what the post can be found by afterwards; null where a channel has nothing. */
  plan(draft: Draft, settings: S): string | null
  publish(work: Work<S>): Promise<Outcome>
  /** Asks whether the post arrived; a channel without it leaves the question to the person. */
  lookup?(work: Work<S>): Promise<Lookup>
  /** Changes what stands. */
  edit?(work: Work<S>, remote: Remote): Promise<Change>
  /** Reads what the account posted since then, natively or not. */
  readBack?(access: Access<S>, since: Millis): Promise<ReadBack>
  /** The pages or boards it can publish to. */
  destinations?(access: Access<S>): Promise<Destinations>
  /** How a person signs in by the browser; then `connect` finds what came of it in the slot. */
  readonly signIn?: SignIn<S>
  /** Renews what is in the slot before it ends. */
  renew?(access: Access<S>): Promise<Renewed>
  readonly handOver?: HandOver<S>
  /** Who or what a name being typed may mean there. */
  mentions?(access: Access<S>, typed: string): Promise<Mentions>
  /** Keeps a file at a public address for networks that fetch media, and takes it away again. */
  readonly host?: {
    /** `onProgress` is told, in bytes, how much has left so far. */
    keep(access: Access<S>, file: Offered, onProgress: (sent: number) => void): Promise<Hosted>
    drop(access: Access<S>, id: string): Promise<{ kind: 'gone' } | { kind: 'failed'; failure: Failure }>
  }
  /** Takes it down. */
  unpublish?(work: Work<S>, remote: Remote): Promise<Change>
}
