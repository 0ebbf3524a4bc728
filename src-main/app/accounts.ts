import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Channel, Connected, SessionSlot } from '../channels/channel.ts'
import type { Handlers } from '../core/gate.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { AccountRecord } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import { findDestination } from './destinations.ts'
import { expiryNoted } from './expiry.ts'
import { findAccount, findChannel } from './lookups.ts'
import type { Parts } from './parts.ts'
import { credentialName } from './secrets.ts'
import { accountView } from './views.ts'

export const createAccountHandlers = (parts: Parts) => {
  const { world, announcer, secrets, accounts, queue, outbox } = parts
  const { store, channels, clock } = world

  /** Saves the account and what it may have waited for, then tells. */
  const saved = async (changed: AccountRecord) => {
    const account = expiryNoted(changed, clock.now())
    await store.transaction(async (within) => {
      const before = await within.accounts.get(account.id)
      await within.accounts.put(account)
      await outbox.account(within, before?.connection ?? null, account)
    })
    announcer.account(account)
    if (account.connection === 'valid' || account.connection === 'expiring') await accounts.release(account.id)
    await queue.changed()
    return accountView(account)
  }

  const assertNameFree = async (name: string, except?: string) => {
    const taken = (await store.accounts.list()).find(
      (account) => account.id !== except && account.name.toLowerCase() === name.toLowerCase(),
    )
    if (taken) {
      refuse('invalid-input', `There is an account named "${taken.name}" already.`, 'Choose another name.', {
        field: 'name',
      })
    }
  }

  const add = async (input: Parsed<'accounts.add'>) => {
    const channel = findChannel(channels, input.channel)
    await assertNameFree(input.name)
    const settings = parseSettings(channel, input.settings)
    const secret = input.secret ?? null
    if (channel.descriptor.secret) {
      if (!secret) askForSecret(channel)
      await secrets.assertReady()
    }
    const session = rememberingSession()
    const connected = await connect(channel, settings, secret, session.slot)
    const account: AccountRecord = {
      id: world.ids.make('acc'),
      channel: channel.descriptor.key,
      name: input.name,
      settings: connected.settings,
      identity: connected.identity,
      aliases: [],
      destination: null,
      creditsPerPost: 0,
      ...credentialOf(connected),
      connection: 'valid',
      failure: null,
      checkedAt: clock.now(),
      createdAt: clock.now(),
    }
    if (secret) await secrets.write(credentialName(account.id), secret)
    const remembered = session.value()
    if (remembered) await secrets.session(account.id).save(remembered)
    return saved(account)
  }

  const reconnect = async (input: Parsed<'accounts.reconnect'>) => {
    const account = await findAccount(store, input.accountId)
    const channel = findChannel(channels, account.channel)
    const settings = parseSettings(channel, { ...account.settings, ...input.settings })
    const secret = input.secret ?? (await secrets.read(credentialName(account.id)))
    if (channel.descriptor.secret) {
      if (!secret) askForSecret(channel)
      await secrets.assertReady()
    }
    const session = rememberingSession()
    const connected = await connect(channel, settings, secret, session.slot)
    if (input.secret) await secrets.write(credentialName(account.id), input.secret)
    const remembered = session.value()
    if (remembered) await secrets.session(account.id).save(remembered)
    return saved({
      ...account,
      settings: connected.settings,
      identity: connected.identity,
      connection: 'valid',
      ...credentialOf(connected),
      failure: null,
      checkedAt: clock.now(),
    })
  }

  const check = async ({ accountId }: Parsed<'accounts.check'>) => {
    const account = await findAccount(store, accountId)
    if (account.connection === 'disconnected') return accountView(account)
    const channel = findChannel(channels, account.channel)
    const answer = await withDeadline(async (signal) => channel.connect(await accounts.access(account, signal)))
    const checkedAt = clock.now()
    switch (answer.kind) {
      case 'valid':
        return saved({
          ...account,
          // What the channel told of itself meanwhile, such as its limits.
          settings: answer.settings,
          identity: answer.identity,
          connection: 'valid',
          ...credentialOf(answer),
          failure: null,
          checkedAt,
        })
      case 'refused':
        return accountView(await accounts.signOut(account, answer.failure))
      case 'unreachable':
        // Nothing is known about the credential; only the trouble is kept.
        return saved({ ...account, failure: answer.failure, checkedAt })
    }
  }

  const update = async (change: Parsed<'accounts.update'>) => {
    const account = await findAccount(store, change.accountId)
    if (change.name !== undefined) await assertNameFree(change.name, account.id)
    return saved({
      ...account,
      name: change.name ?? account.name,
      aliases: change.aliases ?? account.aliases,
      creditsPerPost: change.creditsPerPost ?? account.creditsPerPost,
      destination:
        change.destination === undefined
          ? account.destination
          : await findDestination(parts, account, change.destination),
    })
  }

  return {
    'accounts.list': async () => ({ entries: (await store.accounts.list()).map(accountView) }),
    'accounts.add': add,
    'accounts.reconnect': reconnect,
    'accounts.update': update,
    'accounts.check': check,
    'accounts.disconnect': async ({ accountId }) => {
      const account = await findAccount(store, accountId)
      await secrets.forget(accountId)
      return saved({ ...account, connection: 'disconnected', failure: null, checkedAt: clock.now() })
    },
  } satisfies Partial<Handlers>
}

const askForSecret = (channel: Channel): never =>
  refuse(
    'invalid-input',
    `${channel.descriptor.name} needs the ${channel.descriptor.secret?.title.toLowerCase() ?? 'secret'}.`,
    channel.descriptor.secret?.description ?? 'Enter it.',
    { field: 'secret' },
  )

/** Checks with the channel live; refuses with its answer. */
const connect = async (
  channel: Channel,
  settings: Record<string, unknown>,
  secret: string | null,
  session: SessionSlot,
): Promise<Extract<Connected<Record<string, unknown>>, { kind: 'valid' }>> => {
  const answer = await withDeadline((signal) =>
    channel.connect({ settings, secret, session, signal, destination: null }),
  )
  if (answer.kind !== 'valid') throw new Refusal(answer.failure)
  return answer
}

/** What a live check told of the credential. */
const credentialOf = ({
  expiresAt,
  renewAt,
  permissions,
}: Extract<Connected<Record<string, unknown>>, { kind: 'valid' }>) => ({
  expiresAt: expiresAt ?? null,
  renewAt: renewAt ?? null,
  permissions: [...(permissions ?? [])],
})

const parseSettings = (channel: Channel, settings: Record<string, unknown>): Record<string, unknown> => {
  const parsed = channel.settings.safeParse(settings)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = ['settings', ...(issue?.path ?? [])].join('.')
  return refuse(
    'invalid-input',
    `${field}: ${issue?.message ?? 'not valid'}`,
    `Correct this setting of ${channel.descriptor.name}.`,
    {
      field,
    },
  )
}

/** A session kept in memory until the account that it belongs to is stored. */
const rememberingSession = () => {
  let value: string | null = null
  const slot: SessionSlot = {
    load: () => Promise.resolve(value),
    save: (next) => {
      value = next
      return Promise.resolve()
    },
    // Nobody else knows of it.
    exclusively: (work) => work(),
  }
  return { slot, value: () => value }
}
