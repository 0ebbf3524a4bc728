import { useStore } from 'zustand'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Attachment, MediaChange } from '../../../src-preload/contract/model/media.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { differs, mediaOf, optionsIn, textOf } from '../draft/draft.ts'
import { useWriting } from '../use-session.ts'
import { headingOf } from './heading.ts'
import type { Part } from './text-pieces.ts'
import { type Told, toldOptions } from './told-options.ts'

/** A post as it will stand at one account. */
export type Shown = {
  account: Account
  channel: ChannelDescriptor
  /** It says something else than the others. */
  own: boolean
  parts: readonly (Part & { place: number })[]
  heading: string | null
  /** Where the words of the first part begin, below the heading. */
  from: number
  media: readonly Attachment[]
  changes: readonly MediaChange[]
  /** The address of the page that is shown as a card. */
  card: string | null
  told: Told
}

/** Null: the account, or its channel, is not there any more. */
export const useShown = (accountId: string): Shown | null => {
  const { accounts } = useDesk()
  const account = useStore(accounts.state, () => accounts.account(accountId))
  const check = useWriting((s) => s.checks.get(accountId))
  const draft = useWriting((s) => s.draft)
  const channel = account && accounts.channel(account.channel)
  if (account === undefined || channel === undefined) return null
  const text = textOf(draft, { kind: 'account', accountId })
  const media = mediaOf(draft, { kind: 'account', accountId })
  const options =
    optionsIn(draft, { kind: 'account', accountId }) ??
    optionsIn(draft, { kind: 'channel', channel: account.channel }) ??
    {}
  // Until the channel has answered, the words as they are.
  const parts = check === undefined || check.parts.length === 0 ? [{ text, ranges: [], emphasis: [] }] : check.parts
  return {
    account,
    channel,
    own: differs(draft, accountId),
    parts: parts.map((part, index) => ({ ...part, place: index + 1 })),
    ...headingOf(channel, parts[0]?.text ?? '', options),
    media,
    changes: check?.changes ?? [],
    card: media.length === 0 ? (check?.card ?? null) : null,
    told: toldOptions(channel, options),
  }
}
