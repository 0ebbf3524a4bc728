import { useCallback, useState } from 'react'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { WIDE } from '../filter/narrowing.ts'
import { UPCOMING } from '../queue/queue-filter.ts'
import { useDesk } from '../shell/desk-context.ts'
import { say } from '../words/say.ts'

/** Reads what was posted on the channel itself, and says what came in. */
export const useReadBack = (): { reading: boolean; readBack: (account: Account) => Promise<void> } => {
  const { link, toasts, settle, route } = useDesk()
  const [reading, setReading] = useState(false)
  const readBack = useCallback(
    async ({ id, name }: Account) => {
      setReading(true)
      const reply = await link.bridge.call('external.read', { accountId: id })
      setReading(false)
      if (!settle(reply) || !reply.ok) return
      const [one] = reply.value.entries
      if (one === undefined) return
      if (one.failure !== null) return toasts.fail(one.failure)
      const filter = { ...UPCOMING, ...WIDE, tab: 'published', accountId: id, external: true } as const
      toasts.tell(say('accounts.read-back', { name, read: one.read, added: one.added }), [
        { label: say('accounts.show-them'), run: () => route.go({ room: 'queue', itemId: null, filter }) },
      ])
    },
    [link, toasts, settle, route],
  )
  return { reading, readBack }
}
