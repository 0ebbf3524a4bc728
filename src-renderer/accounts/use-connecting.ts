import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Failure, FailureCode } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { browserTimers } from '../time/timers.ts'
import { createSignInFlow, type SignInFlow, type SignInStep } from './sign-in-flow.ts'

type Given = { settings?: Record<string, unknown>; secret?: string; signInId?: string }

/** A channel being connected: how far it is, and what can be done. */
export type Connecting = {
  step: SignInStep
  /** Something is being asked that the person waits for. */
  busy: 'starting' | 'checking' | null
  failure: Failure | null
  /** It is connected, and there are permissions to look at. */
  connected: Account | null
  /** With what was typed; by a sign-in that arrived, what that was begun with. */
  connect(name: string, given: Given): Promise<void>
  signIn(name: string, given: Given): Promise<void>
  /** Signs in once more for what was connected, to be granted more. */
  again(): Promise<void>
  paste: SignInFlow['paste']
  cancel(): void
  /** Says what is wrong before anything is asked; null: nothing. */
  fail(failure: Failure | null): void
}

/** After these a sign-in that arrived is as good as before. */
const PASSING: ReadonlySet<FailureCode> = new Set(['offline', 'unreachable', 'keychain-unavailable', 'rate-limited'])

/** Opens a page in the person's browser: a new tab there, and from the window the browser of the system. */
export const openPage = (url: string): void => void window.open(url, '_blank', 'noopener,noreferrer')

/** Connects an account, anew or again, with what was typed or by signing in with the browser. */
export const useConnecting = (
  channel: string,
  account: Account | null,
  onDone: (account: Account) => void,
): Connecting => {
  const { link } = useDesk()
  const [flow] = useState(() => createSignInFlow(link.bridge, browserTimers, openPage))
  const step = useStore(flow.state)
  const [checking, setChecking] = useState(false)
  const [met, setMet] = useState<Failure | null>(null)
  const [connected, setConnected] = useState<Account | null>(null)

  // Closing the box gives up what waits.
  useEffect(() => () => flow.cancel(), [flow])

  const connectTo = async (to: Account | null, name: string, given: Given): Promise<void> => {
    setMet(null)
    setChecking(true)
    const reply =
      to === null
        ? await link.bridge.call('accounts.add', { channel, name, ...given })
        : await link.bridge.call('accounts.reconnect', { accountId: to.id, ...given })
    setChecking(false)
    if (!reply.ok) {
      if (reply.failure.field !== 'name' && !PASSING.has(reply.failure.code)) flow.cancel()
      return setMet(reply.failure)
    }
    // What was asked for and granted is worth a look; where nothing is, it is done.
    if (reply.value.permissions.length === 0) return onDone(reply.value)
    setConnected(reply.value)
  }

  const signInFor = (to: Account | null, name: string, given: Given): Promise<void> => {
    setMet(null)
    const asked = { channel, ...given, ...(to === null ? {} : { accountId: to.id }) }
    return flow.start(asked, (signInId) => void connectTo(to, name, { signInId }))
  }

  return {
    step,
    busy: checking ? 'checking' : step.kind === 'starting' ? 'starting' : null,
    failure: met ?? (step.kind === 'failed' ? step.failure : null),
    connected,
    connect: (name, given) => connectTo(account, name, given),
    signIn: (name, given) => signInFor(account, name, given),
    again: () => (connected === null ? Promise.resolve() : signInFor(connected, connected.name, {})),
    paste: flow.paste,
    cancel: flow.cancel,
    fail: (failure) => {
      if (step.kind === 'failed') flow.cancel()
      setMet(failure)
    },
  }
}
