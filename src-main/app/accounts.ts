import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Channel, Connected, SessionSlot } from '../channels/channel.ts'
import type { Handlers } from '../core/gate.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { AccountRecord, Millis } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import type { AccountPictures } from './account-pictures.ts'
import { assertSecret, parseSettings } from './account-input.ts'
import { findDestination } from './destinations.ts'
import { expiryNoted } from './expiry.ts'
import { findAccount, findChannel } from './lookups.ts'
import type { Parts } from './parts.ts'
import { credentialName } from './secrets.ts'
import { accountView } from './views.ts'
import { because } from '../core/told.ts'

export const createAccountHandlers = (parts: Parts, pictures: Pick<AccountPictures, 'follow' | 'letGo'>) => {
  const { world, announcer, secrets, accounts, queue, outbox, signIns } = parts
  const { store, channels, clock } = world

  /** Saves the account and what it may have waited for, then tells. */
  const saved = async (changed: AccountRecord) => {
    const noted = expiryNoted(changed, clock.now())
    const account = await store.transaction(async (within) => {
      const before = await within.accounts.get(noted.id)
      await within.accounts.put(noted)
      // What was taken off has no face, and nobody has another one's.
      const same = noted.connection !== 'disconnected' && noted.identity === before?.identity
      if (!same) {
        pictures.letGo(noted.id)
        await within.pictures.remove(noted.id)
      }
      const standing = { ...noted, picture: same ? before.picture : null }
      await outbox.account(within, before?.connection ?? null, standing)
      return standing
    })
    announcer.account(account)
    const works = account.connection === 'valid' || account.connection === 'expiring'
    // What a check could not find out lets nothing go.
    if (works && account.failure === null) await accounts.release(account.id)
    await queue.changed()
    return accountView(account)
  }

  /** Saves the account as a live check found it; its picture comes after. */
  const savedAs = async (account: Omit<AccountRecord, keyof ReturnType<typeof foundBy>>, connected: Valid) => {
    const view = await saved({ ...account, ...foundBy(connected, clock.now()) })
    pictures.follow(account.id, connected.picture)
    return view
  }

  const assertNameFree = async (name: string, except?: string) => {
    const taken = (await store.accounts.list()).find(
      (account) => account.id !== except && account.name.toLowerCase() === name.toLowerCase(),
    )
    if (taken) {
      refuse('invalid-input', `There is an account named "${taken.name}" already.`, 'Choose another name.', {
        field: 'name',
        told: because('account-name-taken', { name: taken.name }),
      })
    }
  }

  const add = async (input: Parsed<'accounts.add'>) => {
    const channel = findChannel(channels, input.channel)
    await assertNameFree(input.name)
    if (input.signInId !== undefined) {
      return signIns.use(input.signInId, { channel: input.channel, accountId: null }, ({ settings, secret, session }) =>
        addBy(channel, input.name, settings, secret, session),
      )
    }
    return addBy(channel, input.name, parseSettings(channel, input.settings), input.secret ?? null, null)
  }

  const addBy = async (
    channel: Channel,
    name: string,
    settings: Record<string, unknown>,
    secret: string | null,
    granted: string | null,
  ) => {
    await assertSecret(channel, secret, secrets)
    const session = rememberingSession(granted)
    const connected = await connect(channel, settings, secret, session.slot)
    const account = {
      id: world.ids.make('acc'),
      channel: channel.descriptor.key,
      name,
      picture: null,
      aliases: [],
      destination: null,
      creditsPerPost: 0,
      createdAt: clock.now(),
    }
    await keep(account.id, secret, session.value())
    return savedAs(account, connected)
  }

  /** What an account acts by from now on. A renewal of what it acted by before must not come after it. */
  const keep = async (accountId: string, secret: string | null, session: string | null) => {
    if (secret) await secrets.write(credentialName(accountId), secret)
    const slot = secrets.session(accountId)
    if (session) await slot.exclusively(() => slot.save(session))
  }

  const reconnect = async (input: Parsed<'accounts.reconnect'>) => {
    const account = await findAccount(store, input.accountId)
    const channel = findChannel(channels, account.channel)
    if (input.signInId !== undefined) {
      const of = { channel: account.channel, accountId: account.id }
      return signIns.use(input.signInId, of, ({ settings, secret, session }) =>
        reconnectBy(account, channel, { settings, secret, given: secret, granted: session }),
      )
    }
    const settings = parseSettings(channel, { ...account.settings, ...input.settings })
    const secret = input.secret ?? (await secrets.read(credentialName(account.id)))
    return reconnectBy(account, channel, { settings, secret, given: input.secret ?? null, granted: null })
  }

  const reconnectBy = async (
    account: AccountRecord,
    channel: Channel,
    by: { settings: Record<string, unknown>; secret: string | null; given: string | null; granted: string | null },
  ) => {
    await assertSecret(channel, by.secret, secrets)
    const session = rememberingSession(by.granted ?? (await standingSession(account.id, channel, by)))
    const connected = await connect(channel, by.settings, by.secret, session.slot)
    await keep(account.id, by.given, session.value())
    return savedAs(account, connected)
  }

  /** A sign-in that there is goes on where settings alone are changed; a password makes a session of its own. */
  const standingSession = async (
    accountId: string,
    { descriptor }: Channel,
    { secret, given }: { secret: string | null; given: string | null },
  ) => {
    const bySignIn = descriptor.signIn && given === null && (descriptor.group === 'app' || secret === null)
    return bySignIn ? secrets.session(accountId).load() : null
  }

  const check = async ({ accountId }: Parsed<'accounts.check'>) => {
    const account = await findAccount(store, accountId)
    if (account.connection === 'disconnected') return accountView(account)
    const channel = findChannel(channels, account.channel)
    const answer = await withDeadline(async (signal) => channel.connect(await accounts.access(account, signal))).catch(
      notAsked,
    )
    switch (answer.kind) {
      case 'valid':
        return savedAs(account, answer)
      case 'refused':
        return accountView(await accounts.signOut(account, answer.failure))
      case 'unreachable':
        // Nothing is known about the credential; only the trouble is kept.
        return saved({ ...account, failure: answer.failure, checkedAt: clock.now() })
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

type Valid = Extract<Connected<Record<string, unknown>>, { kind: 'valid' }>

/** Checks with the channel live; refuses with its answer. */
const connect = async (
  channel: Channel,
  settings: Record<string, unknown>,
  secret: string | null,
  session: SessionSlot,
): Promise<Valid> => {
  const answer = await withDeadline((signal) =>
    channel.connect({ settings, secret, session, signal, destination: null }),
  )
  if (answer.kind !== 'valid') throw new Refusal(answer.failure)
  return answer
}

/** The channel was not asked, such as where the keychain is shut: as little is known as of one that does not answer. */
const notAsked = (error: unknown): { kind: 'unreachable'; failure: Failure } => {
  if (error instanceof Refusal) return { kind: 'unreachable', failure: error.failure }
  throw error
}

/** What a live check told of the account, and of its credential. */
const foundBy = ({ settings, identity, expiresAt, renewAt, permissions }: Valid, checkedAt: Millis) => ({
  // What the channel told of itself too, such as its limits.
  settings,
  identity,
  expiresAt: expiresAt ?? null,
  renewAt: renewAt ?? null,
  permissions: [...(permissions ?? [])],
  connection: 'valid' as const,
  failure: null,
  checkedAt,
})

/** A session kept in memory until the account that it belongs to is stored. */
const rememberingSession = (granted: string | null) => {
  let value = granted
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
