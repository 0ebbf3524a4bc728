import { useStore } from 'zustand'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor, Mark } from '../../../src-preload/contract/model/channel.ts'
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
  mark: Mark
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
  // Of the draft only what the card is made of: with every letter all cards would be drawn anew.
  const targets = useWriting((s) => s.draft.targets)
  const told = useWriting((s) => s.draft.options)
  const media = useWriting((s) => mediaOf(s.draft, { kind: 'account', accountId }))
  // Until the channel has answered, the words as they are.
  const checked = check !== undefined && check.parts.length > 0 ? check.parts : null
  const text = useWriting((s) => (checked === null ? textOf(s.draft, { kind: 'account', accountId }) : ''))
  const channel = account && accounts.channel(account.channel)
  if (account === undefined || channel === undefined) return null
  const draft = { targets, options: told }
  const options =
    optionsIn(draft, { kind: 'account', accountId }) ??
    optionsIn(draft, { kind: 'channel', channel: account.channel }) ??
    {}
  const parts = checked ?? [{ text, ranges: [], emphasis: [] }]
  return {
    account,
    channel,
    mark: accounts.markOf(accountId, channel.key) ?? channel.mark,
    own: differs(draft, accountId),
    parts: parts.map((part, index) => ({ ...part, place: index + 1 })),
    ...headingOf(channel, parts[0]?.text ?? '', options),
    media,
    changes: check?.changes ?? [],
    card: media.length === 0 ? (check?.card ?? null) : null,
    told: toldOptions(channel, options),
  }
}
