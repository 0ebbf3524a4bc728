import type { Handlers } from '../core/gate.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import { withDeadline } from './account-desk.ts'
import { findAccount, findChannel } from './lookups.ts'
import type { Parts } from './parts.ts'
import { because } from '../core/told.ts'

/** More than these nobody looks through while typing. */
const MOST = 8

/** Looks up names on a channel while a person types them. */
export const createMentionHandlers = ({ world, accounts }: Parts) =>
  ({
    'accounts.mentions': async ({ accountId, typed }) => {
      const account = await findAccount(world.store, accountId)
      const channel = findChannel(world.channels, account.channel)
      if (!channel.mentions) {
        return refuse(
          'channel-unsupported',
          `Names cannot be looked up on ${channel.descriptor.name}.`,
          'Type the whole name.',
          { told: because('no-mentions', { channel: channel.descriptor.name }) },
        )
      }
      const ask = channel.mentions.bind(channel)
      const answer = await withDeadline(async (signal) => ask(await accounts.access(account, signal), typed))
      if (answer.kind === 'failed') throw new Refusal(answer.failure)
      return { entries: answer.entries.slice(0, MOST) }
    },
  }) satisfies Partial<Handlers>
