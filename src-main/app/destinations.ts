import type { Destinations } from '../channels/channel.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { AccountRecord } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import { findChannel } from './lookups.ts'
import type { Parts } from './parts.ts'
import { because } from '../core/told.ts'

type Known = Extract<Destinations, { kind: 'known' }>['entries']

/** The pages or boards of an account, asked live. Refuses where the channel has none. */
export const listDestinations = async ({ world, accounts }: Parts, account: AccountRecord): Promise<Known> => {
  const channel = findChannel(world.channels, account.channel)
  if (!channel.destinations) {
    return refuse(
      'channel-unsupported',
      `An account on ${channel.descriptor.name} publishes to one place only.`,
      'There is nothing to choose.',
      { told: because('one-destination', { channel: channel.descriptor.name }) },
    )
  }
  const ask = channel.destinations.bind(channel)
  const answer = await withDeadline(async (signal) => ask(await accounts.access(account, signal)))
  if (answer.kind === 'failed') throw new Refusal(answer.failure)
  return answer.entries
}

/** The one of that id; null chooses none. */
export const findDestination = async (
  parts: Parts,
  account: AccountRecord,
  id: string | null,
): Promise<AccountRecord['destination']> => {
  if (id === null) return null
  const found = (await listDestinations(parts, account)).find((one) => one.id === id)
  return found
    ? { id: found.id, name: found.name }
    : refuse('not-found', `${account.name} has no page or board ${id}.`, 'Look at its list of destinations.', {
        field: 'destination',
        told: because('destination-unknown', { account: account.name }),
      })
}
