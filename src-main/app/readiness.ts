import type { ReadinessProblem } from '../../src-preload/contract/model/readiness.ts'
import { type AwakeHour, isRarelyAwake } from '../core/awake-hours.ts'
import type { Handlers } from '../core/gate.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { checkDraft, firstError } from './acceptance.ts'
import { composeDraft } from './drafts.ts'
import { findChannel } from './lookups.ts'
import type { Parts } from './parts.ts'
import { excerpt, isoInstant } from './views.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { because } from '../core/told.ts'

const DAY: Millis = 86_400_000
/** So many posts are looked at: each is composed as it would be sent. */
const MOST = 200
/** Two posts of one account that are due within this while of each other read like one. */
const TOGETHER: Millis = 5 * 60_000

type Found = Pick<ReadinessProblem, 'kind' | 'severity' | 'says'>
type Upcoming = { item: ItemRecord; post: PostRecord; account: AccountRecord; at: Millis }

/** What is likely to keep the posts of the days to come from going out as they were meant. */
export const createReadinessHandlers = ({ world }: Parts) => {
  const { store, clock, channels, files, about } = world

  const upcoming = async (until: Millis): Promise<{ entries: Upcoming[]; more: boolean }> => {
    const page = await store.items.list({
      states: ['scheduled', 'waiting'],
      order: 'soonest',
      from: clock.now() - DAY,
      to: until,
      limit: MOST,
    })
    const accounts = new Map((await store.accounts.list()).map((account) => [account.id, account]))
    const entries = await Promise.all(
      page.entries.map(async (item) => {
        const post = await store.posts.get(item.postId)
        const account = accounts.get(item.accountId)
        const at = item.nextAt ?? item.schedule?.at
        return post && account && at !== undefined ? { item, post, account, at } : null
      }),
    )
    const known = entries.filter((one) => one !== null).toSorted((a, b) => a.at - b.at)
    return { entries: known, more: page.cursor !== null }
  }

  const missingFile = async ({ item, post }: Upcoming): Promise<Found | null> => {
    const wanted = (item.override.media ?? post.media).map(({ mediaId }) => mediaId)
    if (wanted.length === 0) return null
    const known = await store.media.getMany(wanted)
    for (const media of known) {
      if (await files.has(media.hash)) continue
      const message = `The file “${media.name}” is gone.`
      return {
        kind: 'media',
        severity: 'error',
        says: { message, next: 'Attach it again.', told: because('upcoming-file-gone', { file: media.name }) },
      }
    }
    return null
  }

  const refusedBy = async ({ item, post, account }: Upcoming): Promise<Found | null> => {
    const draft = await composeDraft(store, world, post, item.channel, item.override)
    const error = firstError(await checkDraft(findChannel(channels, item.channel), draft, account), account)
    return error && { kind: 'check', severity: 'error', says: saysOf(error) }
  }

  const problemsOf = async (one: Upcoming, awake: readonly AwakeHour[], before: Upcoming | undefined) => {
    const cut = ofAccount(one)
    const gone = await missingFile(one)
    return [
      cut,
      gone,
      // What cannot be sent for a simpler reason needs no second word.
      cut?.severity === 'error' || gone ? null : await refusedBy(one),
      ofQuota(one),
      isTogether(one, before) ? ({ kind: 'together', severity: 'warning', says: null } as const) : null,
      about.owner === 'desktop' && !one.item.held?.remote && isRarelyAwake(awake, one.at, clock.now())
        ? ({ kind: 'asleep', severity: 'warning', says: null } as const)
        : null,
    ].filter((found) => found !== null)
  }

  return {
    'readiness.get': async ({ days }) => {
      const until = clock.now() + days * DAY
      const { entries, more } = await upcoming(until)
      const awake = await store.awake.list()
      const problems: ReadinessProblem[] = []
      const lastOf = new Map<string, Upcoming>()
      for (const one of entries) {
        for (const found of await problemsOf(one, awake, lastOf.get(one.account.id))) gather(problems, found, one)
        lastOf.set(one.account.id, one)
      }
      return { until: isoInstant(until), looked: entries.length, more, problems }
    },
  } satisfies Partial<Handlers>
}

/** The same thing about the same account is told once, with the number of posts. */
const gather = (problems: ReadinessProblem[], found: Found, { item, post, account, at }: Upcoming): void => {
  const known = problems.find(
    (one) => one.kind === found.kind && one.accountId === account.id && one.says?.message === found.says?.message,
  )
  if (known) {
    known.posts += 1
    return
  }
  problems.push({
    ...found,
    itemId: item.id,
    accountId: account.id,
    account: account.name,
    text: excerpt(item.override.text ?? post.text),
    at: isoInstant(at),
    posts: 1,
  })
}

const saysOf = ({ message, next, told: what }: Failure): Found['says'] => ({ message, next, told: what })

const ofAccount = ({ item, account, at }: Upcoming): Found | null => {
  const isHeld = item.waiting?.reason === 'signed-out'
  if (isHeld || account.connection === 'signed-out' || account.connection === 'disconnected') {
    return { kind: 'account', severity: 'error', says: account.failure && saysOf(account.failure) }
  }
  const endsBefore = account.expiresAt !== null && account.expiresAt <= at && account.renewAt === null
  return endsBefore ? { kind: 'expires', severity: 'error', says: null } : null
}

const ofQuota = ({ item }: Upcoming): Found | null =>
  item.waiting?.reason === 'quota'
    ? {
        kind: 'quota',
        severity: 'warning',
        says: item.failure && saysOf(item.failure),
      }
    : null

const isTogether = ({ at }: Upcoming, before: Upcoming | undefined): boolean =>
  before !== undefined && at - before.at < TOGETHER
