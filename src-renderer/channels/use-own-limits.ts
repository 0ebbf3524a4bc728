import { useEffect, useState } from 'react'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatNumber } from './figure-words.ts'

/** What accounts' own servers say of the length of a text where they differ from their channel, one sentence each. */
export const useOwnLimits = ({ allows, textLimit }: ChannelDescriptor, accounts: readonly Account[]): string[] => {
  const { link } = useDesk()
  const [told, setTold] = useState<string[]>([])
  const ids = allows.perAccount ? accounts.map(({ id }) => id).join(' ') : ''
  useEffect(() => {
    let gone = false
    if (ids === '') return undefined
    const targets = ids.split(' ').map((accountId) => ({ accountId }))
    void link.bridge.call('posts.check', { text: 'A', targets }).then((reply) => {
      if (gone || !reply.ok) return
      setTold(
        reply.value.targets.flatMap(({ accountId, count }) => {
          const name = accounts.find(({ id }) => id === accountId)?.name ?? ''
          if ((count?.max ?? null) === (textLimit?.max ?? null)) return []
          return [
            count === null
              ? `${name}: its server limits no text.`
              : `${name}: its server takes ${formatNumber(count.max)} ${count.unit}.`,
          ]
        }),
      )
    })
    return () => {
      gone = true
    }
  }, [link, ids, accounts, textLimit])
  return ids === '' ? [] : told
}
