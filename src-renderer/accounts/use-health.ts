import { useEffect } from 'react'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useReply } from '../shell/use-reply.ts'

const NOTHING: readonly AccountHealth[] = []

/** How each account stands, read again when something about one changes. Without it the cards only say less. */
export const useHealth = (): readonly AccountHealth[] => {
  const { link } = useDesk()
  const { value, again } = useReply('accounts.health', {})
  useEffect(() => link.bridge.subscribe((event) => event.kind === 'account-changed' && again()), [link, again])
  return value?.entries ?? NOTHING
}
