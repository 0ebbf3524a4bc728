import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Desk } from '../shell/desk.ts'
import { ofAccount } from '../words/say-failure.ts'
import { say, sayList } from '../words/say.ts'

/** So many names are read at a glance. */
const MOST_NAMES = 4

type Asking = Pick<Desk, 'toasts'> & {
  link: Pick<Desk['link'], 'bridge'>
  accounts: Pick<Desk['accounts'], 'state'>
  route: Pick<Desk['route'], 'go'>
}

type Trouble = { name: string; failure: Failure | null }

/** Asks every account that is connected whether it still works, all at once. */
export const checkAccounts = async ({ link, accounts, toasts, route }: Asking): Promise<void> => {
  const connected = accounts.state.getState().accounts.filter(({ connection }) => connection !== 'disconnected')
  const check = async ({ id, name }: (typeof connected)[number]): Promise<Trouble | null> => {
    const reply = await link.bridge.call('accounts.check', { accountId: id })
    if (!reply.ok) return { name, failure: reply.failure }
    const { connection, failure } = reply.value
    return connection === 'valid' && failure === null ? null : { name, failure }
  }
  const troubled = (await Promise.all(connected.map(check))).filter((one) => one !== null)
  const [first, ...others] = troubled
  if (first === undefined) return void toasts.tell(say('commands.accounts-fine', { count: connected.length }))
  const actions = [{ label: say('commands.show-accounts'), run: () => route.go({ room: 'accounts' }) }]
  // Of one alone there is room for why.
  if (first.failure !== null && others.length === 0) toasts.fail(ofAccount(first.failure, first.name), actions)
  else toasts.tell(say('commands.accounts-trouble', { names: namesOf(troubled), count: troubled.length }), actions)
}

const namesOf = (troubled: readonly Trouble[]): string => {
  const names = troubled.map(({ name }) => name)
  if (names.length <= MOST_NAMES) return sayList(names)
  const shown = names.slice(0, MOST_NAMES - 1)
  return sayList([...shown, say('commands.other-accounts', { count: names.length - shown.length })])
}
