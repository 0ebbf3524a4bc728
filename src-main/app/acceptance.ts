import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, Check, Draft } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'
import { failed, Refusal } from '../core/refusal.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import { composeDraft } from './drafts.ts'
import { findAccount, findChannel } from './lookups.ts'
import type { World } from './world.ts'
import { because, toldOf } from '../core/told.ts'

/** The channel's judgement; refuses, naming the account, what it would not take. */
export const assertAcceptable = async (
  world: World,
  within: Store,
  post: PostRecord,
  item: ItemRecord,
): Promise<Check> => {
  const account = await findAccount(within, item.accountId)
  const draft = await composeDraft(within, world, post, item.channel, item.override)
  const check = await checkDraft(findChannel(world.channels, item.channel), draft, account)
  const error = firstError(check, account)
  if (error) throw new Refusal(error)
  return check
}

/** The channel's judgement, and what stands in the account's way. */
export const checkDraft = async (channel: Channel, draft: Draft, account: AccountRecord): Promise<Check> => {
  const check = await channel.check(draft, account.settings)
  return account.connection === 'disconnected'
    ? { ...check, problems: [...check.problems, disconnected(account)] }
    : account.connection === 'signed-out'
      ? { ...check, problems: [...check.problems, signedOut(account)] }
      : check
}

const disconnected = (account: AccountRecord): Problem => ({
  severity: 'error',
  code: 'signed-out',
  message: `${account.name} is disconnected.`,
  next: 'Connect it again, or take it out of this post.',
  told: because('account-cut', { account: account.name }),
  field: 'account',
})

const signedOut = (account: AccountRecord): Problem => ({
  severity: 'warning',
  code: 'signed-out',
  message: `${account.name} is signed out; the post will wait for it.`,
  next: 'Connect the account again.',
  told: because('account-signed-out', { account: account.name }),
  field: 'account',
})

/** The first error of a check as a failure that names the account; null when nothing stands in the way. */
export const firstError = (check: Check, account: AccountRecord): Failure | null => {
  const problem = check.problems.find((one) => one.severity === 'error')
  if (problem === undefined) return null
  const { message, next, field } = problem
  const code = CODES[problem.code] ?? 'invalid-input'
  // What stands in the account's own way names it already.
  return field === 'account'
    ? failed(code, message, next, { field, told: toldOf(problem) })
    : failed(code, `${account.name}: ${message}`, next, { field, told: { ...toldOf(problem), of: account.name } })
}

/** Problem codes that are failure codes as well keep their name. */
const CODES: Readonly<Record<string, Failure['code']>> = {
  'empty-post': 'empty-post',
  'text-too-long': 'text-too-long',
  'media-unsupported': 'media-unsupported',
  'media-too-large': 'media-too-large',
  'media-unreadable': 'media-unreadable',
  'media-missing': 'media-missing',
  'signed-out': 'signed-out',
}
