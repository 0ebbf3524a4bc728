import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { SignIn as SignInView } from '../../src-preload/contract/model/sign-in.ts'
import type { Channel, SignIn, SignInRequest } from '../channels/channel.ts'
import type { Handlers } from '../core/gate.ts'
import { failed, Refusal, refuse } from '../core/refusal.ts'
import type { Millis } from '../core/records.ts'
import { assertSecret, parseSettings } from './account-input.ts'
import { withDeadline } from './account-desk.ts'
import type { Announcer } from './announcer.ts'
import { findAccount, findChannel } from './lookups.ts'
import { credentialName, type SecretKeeper } from './secrets.ts'
import { isoInstant } from './views.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** What a sign-in came to, for the account that is connected by it. */
export type Granted = { settings: Record<string, unknown>; secret: string | null; session: string }

export type SignIns = {
  /**
   * Connects by a sign-in that arrived; when that succeeds, the sign-in is used up. Refuses one that did not arrive, is
   * for another account or channel, or is in use.
   */
  use<T>(
    signInId: string,
    of: { channel: string; accountId: string | null },
    connect: (granted: Granted) => Promise<T>,
  ): Promise<T>
  /** Gives up all that wait. */
  stop(): Promise<void>
  readonly handlers: Pick<Handlers, 'signIns.start' | 'signIns.get' | 'signIns.finish' | 'signIns.cancel'>
}

/** How long the person may take in the browser, and then to connect; in milliseconds. */
const PATIENCE: Millis = 600_000
/** Sign-ins that came to their end are known for a while: so many. */
const REMEMBERED = 50

/** A sign-in under way: in memory alone, for what it holds is worth as much as a password. */
type Flow = {
  readonly id: string
  readonly channel: Channel
  readonly accountId: string | null
  readonly request: Omit<SignInRequest<Record<string, unknown>>, 'signal'>
  readonly memory: string
  /** What the address that the person comes back to says, so that it is known whose it is. */
  readonly state: string | null
  stage: 'waiting' | 'exchanging' | 'arrived' | 'in-use' | 'failed'
  failure: Failure | null
  granted: Granted | null
  expiresAt: Millis
  /** Stops listening and the clock. */
  rest(): void
}

/** People signing in by their browser, and what came of it. */
export const createSignIns = (world: World, announcer: Announcer, secrets: SecretKeeper): SignIns => {
  const { store, channels, clock, ids, landing, log } = world
  const flows = new Map<string, Flow>()

  const find = (signInId: string): Flow =>
    flows.get(signInId) ??
    refuse('not-found', `There is no sign-in ${signInId}.`, 'It was used or given up: sign in again.', {
      field: 'signInId',
      told: because('sign-in-gone'),
    })

  const remember = (flow: Flow) => {
    flows.set(flow.id, flow)
    for (const old of flows.values()) {
      if (flows.size <= REMEMBERED) break
      forget(old)
    }
  }

  const forget = (flow: Flow) => {
    flow.rest()
    flow.granted = null
    flows.delete(flow.id)
  }

  const tell = (flow: Flow) => announcer.emit({ kind: 'sign-in-changed', signIn: viewOf(flow) })

  const fail = (flow: Flow, failure: Failure) => {
    flow.rest()
    Object.assign(flow, { stage: 'failed', failure, granted: null })
    tell(flow)
  }

  /** Ends by itself, whatever stage it is in; what is being connected right now is let come to its end. */
  const limit = (flow: Flow): (() => void) => {
    flow.expiresAt = clock.now() + PATIENCE
    return clock.after(PATIENCE, () => {
      if (flow.stage === 'waiting' || flow.stage === 'arrived') fail(flow, ranOut(flow.channel))
    })
  }

  const start = async (input: Parsed<'signIns.start'>) => {
    const { channel, accountId, settings, secret } = await asked(input)
    const signIn = channel.signIn ?? noSignIn(channel)
    await assertSecret(channel, secret, secrets)
    // Nobody can come back before the way there is known.
    let flow: Flow | null = null
    const door = await landing.open(signIn.port, (href) => {
      const address = new URL(href)
      return flow !== null && isMeant(flow, address) && take(address)
    })
    const take = (address: URL): boolean => {
      if (flow === null) return false
      void exchange(flow, address)
      return true
    }
    const close = () => void door.close().catch((error: unknown) => log.warn('a door stays open', { error }))
    try {
      const request = { settings, secret, redirect: door.redirect }
      const begun = await withDeadline((signal) => signIn.begin({ ...request, signal }))
      if (begun.kind !== 'begun') throw new Refusal(begun.failure)
      const made: Flow = {
        id: ids.make('sgn'),
        channel,
        accountId,
        request,
        memory: begun.memory,
        state: new URL(begun.url).searchParams.get('state'),
        stage: 'waiting',
        failure: null,
        granted: null,
        expiresAt: 0,
        rest: () => {},
      }
      const cancel = limit(made)
      made.rest = () => {
        cancel()
        close()
      }
      flow = made
      remember(made)
      return {
        signInId: made.id,
        url: begun.url,
        redirect: channel.descriptor.redirect ?? door.redirect,
        expiresAt: isoInstant(made.expiresAt),
      }
    } catch (error) {
      close()
      throw error
    }
  }

  /** What was asked for; of an account that there is, what is left out is what it has. */
  const asked = async (input: Parsed<'signIns.start'>) => {
    const channel = findChannel(channels, input.channel)
    if (input.accountId === undefined) {
      const settings = parseSettings(channel, input.settings)
      return { channel, accountId: null, settings, secret: input.secret ?? null }
    }
    const account = await findAccount(store, input.accountId)
    if (account.channel !== input.channel) notTheSame()
    return {
      channel,
      accountId: account.id,
      settings: parseSettings(channel, { ...account.settings, ...input.settings }),
      secret: input.secret ?? (await secrets.read(credentialName(account.id))),
    }
  }

  /** Turns what the browser brought back into tokens. The first that comes is the only one. */
  const exchange = async (flow: Flow, address: URL): Promise<void> => {
    flow.stage = 'exchanging'
    flow.rest()
    const signIn = flow.channel.signIn ?? noSignIn(flow.channel)
    try {
      const answer = await withDeadline((signal) => signIn.finish({ ...flow.request, signal }, flow.memory, address))
      // Given up meanwhile: what was granted is let go.
      if (flows.get(flow.id) !== flow) return
      if (answer.kind !== 'signed-in') return fail(flow, answer.failure)
      flow.granted = { settings: answer.settings, secret: flow.request.secret, session: answer.session }
      flow.stage = 'arrived'
      flow.rest = limit(flow)
      tell(flow)
    } catch (error) {
      if (flows.get(flow.id) !== flow) return
      // The message alone: nothing here may carry a code or a token.
      log.error('a sign-in broke', { channel: flow.channel.descriptor.key, error: nameOf(error) })
      fail(flow, error instanceof Refusal ? error.failure : broke(flow.channel))
    }
  }

  const finish = async ({ signInId, address }: Parsed<'signIns.finish'>) => {
    const flow = find(signInId)
    if (flow.stage !== 'waiting')
      refuse('illegal-transition', 'This sign-in waits for nothing any more.', 'Look at how it stands.', {
        told: because('sign-in-over'),
      })
    const arrived = URL.canParse(address) ? new URL(address) : null
    if (arrived === null || !isMeant(flow, arrived)) return wrongAddress(flow)
    await exchange(flow, arrived)
    return viewOf(flow)
  }

  const use: SignIns['use'] = async (signInId, of, connect) => {
    const flow = find(signInId)
    if (flow.channel.descriptor.key !== of.channel || flow.accountId !== of.accountId) notTheSame()
    if (flow.failure) throw new Refusal(flow.failure)
    const { granted } = flow
    if (flow.stage !== 'arrived' || granted === null) return notYet(flow)
    flow.stage = 'in-use'
    try {
      const connected = await connect(granted)
      forget(flow)
      return connected
    } catch (error) {
      // The name was taken, or the network went away: the sign-in is still good.
      if (clock.now() < flow.expiresAt) flow.stage = 'arrived'
      else fail(flow, ranOut(flow.channel))
      throw error
    }
  }

  return {
    use,
    stop: () => {
      for (const flow of flows.values()) forget(flow)
      return Promise.resolve()
    },
    handlers: {
      'signIns.start': start,
      'signIns.get': ({ signInId }) => Promise.resolve().then(() => viewOf(find(signInId))),
      'signIns.finish': finish,
      'signIns.cancel': ({ signInId }) =>
        Promise.resolve().then(() => {
          forget(find(signInId))
          return { done: true }
        }),
    },
  }
}

/** Whether an address that a browser ended at is for this sign-in. */
const isMeant = ({ stage, request, state }: Flow, address: URL): boolean => {
  const { port, pathname } = new URL(request.redirect)
  // Networks that take no number, or no plain http, send the person to another spelling of this computer.
  const here = ['127.0.0.1', 'localhost'].includes(address.hostname) && address.port === port
  const there = here && address.pathname === pathname
  return stage === 'waiting' && there && (state === null || address.searchParams.get('state') === state)
}

const viewOf = ({ id, channel, accountId, stage, failure, expiresAt }: Flow): SignInView => ({
  id,
  channel: channel.descriptor.key,
  accountId,
  state: stage === 'failed' ? 'failed' : stage === 'arrived' || stage === 'in-use' ? 'arrived' : 'waiting',
  failure,
  expiresAt: isoInstant(expiresAt),
})

const noSignIn = ({ descriptor }: Channel): SignIn<Record<string, unknown>> =>
  refuse(
    'channel-unsupported',
    `${descriptor.name} has no sign-in by the browser.`,
    'Connect it with what its form asks for.',
    { field: 'channel', told: because('no-sign-in', { channel: descriptor.name }) },
  )

const notTheSame = (): never =>
  refuse('invalid-input', 'This sign-in is for another account.', 'Sign in again for this one.', {
    field: 'signInId',
    told: because('sign-in-other'),
  })

const notYet = ({ channel }: Flow): never =>
  refuse('illegal-transition', `Nobody is signed in at ${channel.descriptor.name} yet.`, 'Sign in first.', {
    field: 'signInId',
    told: because('nobody-signed-in', { channel: channel.descriptor.name }),
  })

const wrongAddress = ({ channel, request }: Flow): never =>
  refuse(
    'invalid-input',
    `This is not the address that ${channel.descriptor.name} sent you back to for this sign-in.`,
    `Copy the whole address that starts with ${channel.descriptor.redirect ?? request.redirect} from the tab that this sign-in opened.`,
    {
      field: 'address',
      told: because('wrong-address', {
        channel: channel.descriptor.name,
        address: channel.descriptor.redirect ?? request.redirect,
      }),
    },
  )

const ranOut = ({ descriptor }: Channel): Failure =>
  failed(
    'signed-out',
    `The sign-in at ${descriptor.name} was not finished within ${PATIENCE / 60_000} minutes.`,
    'Sign in again.',
    { told: because('sign-in-late', { channel: descriptor.name, minutes: PATIENCE / 60_000 }) },
  )

const broke = ({ descriptor }: Channel): Failure =>
  failed('internal', `The sign-in at ${descriptor.name} broke off here.`, 'Sign in again.', {
    told: because('sign-in-broke', { channel: descriptor.name }),
  })

const nameOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown')
