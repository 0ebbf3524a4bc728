import type { Account } from '../../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Problem, TargetCheck } from '../../../src-preload/contract/model/post.ts'
import { type Draft, type Options, optionsIn, type OptionsPlace } from '../draft/draft.ts'
import { type OptionField, optionFields } from './option-fields.ts'
import { besideField, sayFailure } from '../../words/say-failure.ts'

/** An account of the post with all that its channel can be told. */
export type OptionSection = {
  account: Account
  channel: ChannelDescriptor
  fields: readonly OptionField[]
  /** Whether there is a choice between its channel's settings and its own. */
  choice: boolean
  /** Whether it has settings of its own. */
  own: boolean
  /** What the fields write to; null: they stand with the account named in `sameAs`. */
  place: OptionsPlace | null
  /** Of the accounts that share one form, the one that shows it. */
  sameAs: Account | null
  /** What holds for it. */
  options: Options
}

type Known = { accounts: readonly Account[]; channels: readonly ChannelDescriptor[] }

/** One section for each account of the post whose channel can be told anything. What several share is shown once. */
export const optionSections = (
  draft: Pick<Draft, 'options' | 'targets'>,
  { accounts, channels }: Known,
): OptionSection[] => {
  const holders = new Map<string, Account>()
  const chosen = draft.targets.flatMap(({ accountId }) => accounts.find((one) => one.id === accountId) ?? [])
  return chosen.flatMap((account) => {
    const channel = channels.find((one) => one.key === account.channel)
    const fields = optionFields(channel?.options ?? null)
    if (channel === undefined || fields.length === 0) return []
    const ownPlace: OptionsPlace = { kind: 'account', accountId: account.id }
    const shared: OptionsPlace = { kind: 'channel', channel: channel.key }
    const ownOptions = optionsIn(draft, ownPlace)
    const own = ownOptions !== null
    const holder = own ? null : (holders.get(channel.key) ?? null)
    if (!own && holder === null) holders.set(channel.key, account)
    return {
      account,
      channel,
      fields,
      choice: own || chosen.filter((one) => one.channel === channel.key).length > 1,
      own,
      place: own ? ownPlace : holder === null ? shared : null,
      sameAs: holder,
      options: { ...optionsIn(draft, shared), ...ownOptions },
    }
  })
}

/** What of a check is about the settings. */
export const optionProblems = (check: TargetCheck | undefined): readonly Problem[] =>
  (check?.problems ?? []).filter(({ field }) => field === 'options')

/** A problem's words, with the name that people read in place of the one that the network has. */
export const sayProblem = (problem: Problem, fields: readonly OptionField[]): string => {
  const title = fields.find(({ name }) => name === problem.option)?.title
  const words = sayInPlace(problem)
  const { message } = sayText(problem)
  return title === undefined || (words === message && message === problem.message) ? message : `${title}: ${words}`
}

/** The same beside the setting itself, which has its name already. */
export const sayInPlace = (problem: Problem): string => {
  const { option } = problem
  const { message } = sayText(besideField(problem))
  return option !== undefined && message.startsWith(option) && message.includes(': ')
    ? message.slice(message.indexOf(': ') + 2)
    : message
}

/** A problem's code is its channel's own, and no failure's. */
export const sayText = ({ message, next, told }: Problem): { message: string; next: string } =>
  sayFailure({ message, next, told })

/** How many of a check's problems with the settings keep the post from going out. */
export const optionErrors = (check: TargetCheck | undefined): number =>
  optionProblems(check).filter(({ severity }) => severity === 'error').length
