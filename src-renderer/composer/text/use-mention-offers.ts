import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { browserTimers } from '../../time/timers.ts'
import { differs } from '../draft/draft.ts'
import { useSession } from '../use-session.ts'
import { type Asked, createMentionSearch } from './mention-search.ts'
import type { Offer } from './offer.ts'

export type MentionOffers = {
  offers: readonly Offer[]
  /** Names of channels that could not be asked. */
  failed: readonly string[]
  /** Null: no name is typed any more. */
  ask(name: string | null): void
}

/** Names that are looked up at the networks of the accounts that the text in view is for. */
export const useMentionOffers = (): MentionOffers => {
  const session = useSession()
  const { link, accounts } = useDesk()
  const search = useMemo(
    () =>
      createMentionSearch(
        (accountId, typed) => link.bridge.call('accounts.mentions', { accountId, typed }),
        browserTimers,
      ),
    [link],
  )
  const { found, failed } = useStore(search.state)
  useEffect(() => search.stop, [search])

  const whoToAsk = (): Asked[] => {
    const { draft, scope } = session.state.getState()
    return draft.targets.flatMap(({ accountId }) => {
      const account = accounts.account(accountId)
      const about = scope.kind === 'account' ? scope.accountId === accountId : !differs(draft, accountId)
      const can = account !== undefined && accounts.channel(account.channel)?.can.mentions === true
      return about && can ? [{ accountId, channel: account.channel }] : []
    })
  }
  return {
    offers: found.map(({ channel, insert, name, handle }) => ({
      key: `${channel} ${insert}`,
      face: { kind: 'person', mark: accounts.channel(channel)?.mark },
      name,
      detail: handle,
      where: accounts.channel(channel)?.name ?? channel,
      insert,
      gap: true,
    })),
    failed: failed.map((key) => accounts.channel(key)?.name ?? key),
    ask: (name) => search.ask(name, name === null ? [] : whoToAsk()),
  }
}
