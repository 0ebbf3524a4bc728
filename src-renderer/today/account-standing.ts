import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { say } from '../words/say.ts'

/** `good`: nothing is known against it; `look`: it works soon again, or not for long; `bad`: only the person can help. */
export type AccountStanding = { readonly standing: 'good' | 'look' | 'bad'; readonly says: string }

type Known = {
  readonly account: Account
  /** Until when its server is left alone; null: it is not. */
  readonly restsUntil: string | null
  /** Its posts that wait. */
  readonly waiting: readonly Pick<ItemRow, 'waiting' | 'nextAt'>[]
}

/** Whether an account can publish right now, as far as it is known. */
export const accountStanding = (
  { account, restsUntil, waiting }: Known,
  { zone, now }: { zone: string; now: number },
): AccountStanding => {
  const { connection, failure } = account
  if (connection === 'signed-out' || connection === 'disconnected') {
    return { standing: 'bad', says: say(`today.connection.${connection}`) }
  }
  const heldFor = (reason: string) => waiting.find((one) => one.waiting?.reason === reason)
  if (heldFor('signed-out')) return { standing: 'bad', says: say('today.connection.signed-out') }
  const inWords = (at: string) => formatMomentInText(Date.parse(at), zone, now)
  const unreached = heldFor('unreachable')
  const again = restsUntil ?? unreached?.nextAt ?? null
  if (again !== null) return { standing: 'look', says: say('today.resting', { moment: inWords(again) }) }
  if (unreached) return { standing: 'look', says: say('today.not-reached') }
  const limited = heldFor('rate-limited')?.nextAt ?? null
  if (limited !== null) return { standing: 'look', says: say('today.limited', { moment: inWords(limited) }) }
  // The last check met something that says nothing of the sign-in, such as a server that did not answer.
  if (failure !== null) return { standing: 'look', says: say('today.not-checked') }
  return { standing: connection === 'valid' ? 'good' : 'look', says: say(`today.connection.${connection}`) }
}
