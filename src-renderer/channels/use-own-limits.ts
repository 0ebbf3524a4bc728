import { useEffect, useState } from 'react'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import type { TargetCheck } from '../../src-preload/contract/model/post.ts'
import { useDesk } from '../shell/desk-context.ts'
import { sayAsChannel } from '../words/say-as-channel.ts'
import { say } from '../words/say.ts'

/** What accounts' own servers say of the length of a text where they differ from their channel, one sentence each. */
export const useOwnLimits = ({ allows, textLimit }: ChannelDescriptor, accounts: readonly Account[]): string[] => {
  const { link } = useDesk()
  const [checks, setChecks] = useState<readonly TargetCheck[]>([])
  const ids = allows.perAccount ? accounts.map(({ id }) => id).join(' ') : ''
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const targets = ids.split(' ').map((accountId) => ({ accountId }))
      const reply = await link.bridge.call('posts.check', { text: 'A', targets })
      if (!gone && reply.ok) setChecks(reply.value.targets)
    }
    if (ids !== '') void ask()
    return () => {
      gone = true
    }
  }, [link, ids])
  return accounts.flatMap(({ id, name }) => {
    const check = checks.find(({ accountId }) => accountId === id)
    return check === undefined || check.count?.max === textLimit?.max ? [] : [limitWords(name, check.count)]
  })
}

const limitWords = (account: string, count: TargetCheck['count']): string =>
  count === null
    ? say('channels.own-none', { account })
    : say('channels.own-limit', { account, count: count.max, unit: sayAsChannel(count.unit) })
