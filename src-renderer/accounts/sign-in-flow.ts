import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Input } from '../../src-preload/contract/methods.ts'
import type { SignIn } from '../../src-preload/contract/model/sign-in.ts'
import type { Timers } from '../time/timers.ts'

/** How far a sign-in by the browser is. */
export type SignInStep =
  | { kind: 'idle' }
  | { kind: 'starting' }
  /** The person is in the browser. `failure`: of an address that was pasted. */
  | {
      kind: 'waiting'
      signInId: string
      url: string
      redirect: string
      finishing: boolean
      failure: Failure | null
    }
  /** An account can be connected by it. */
  | { kind: 'arrived'; signInId: string }
  | { kind: 'failed'; failure: Failure }

export type SignInFlow = {
  readonly state: StoreApi<SignInStep>
  /** Begins, opens the browser, and calls back once the person is let in. What was under way is given up. */
  start(asked: Input<'signIns.start'>, arrived: (signInId: string) => void): Promise<void>
  /** The address that the browser ended at, by hand. */
  paste(address: string): Promise<void>
  /** Gives up what is under way. */
  cancel(): void
}

/** The core tells when the person is back; asked as well, since what it tells may be missed. */
const LOOK_AGAIN = 2_000

export const createSignInFlow = (bridge: Bridge, timers: Timers, open: (url: string) => void): SignInFlow => {
  const state = createStore<SignInStep>(() => ({ kind: 'idle' }))
  /** Goes up with each beginning and each end, so that late answers are known to be late. */
  let round = 0
  let rest = () => {}
  let onArrived = (_signInId: string) => {}

  const set = (step: SignInStep): void => state.setState(step, true)

  const end = (step: SignInStep): void => {
    round += 1
    rest()
    rest = () => {}
    set(step)
  }

  const hear = (signIn: SignIn): void => {
    const step = state.getState()
    if (step.kind !== 'waiting' || step.signInId !== signIn.id) return
    if (signIn.failure !== null) return end({ kind: 'failed', failure: signIn.failure })
    if (signIn.state !== 'arrived') return
    end({ kind: 'arrived', signInId: signIn.id })
    onArrived(signIn.id)
  }

  const watch = (signInId: string): void => {
    const mine = round
    let callOff = () => {}
    const look = async (): Promise<void> => {
      const reply = await bridge.call('signIns.get', { signInId })
      if (mine !== round) return
      if (reply.ok) hear(reply.value)
      // It came to its end without anybody here hearing of it.
      else if (reply.failure.code === 'not-found') return end({ kind: 'failed', failure: reply.failure })
      if (mine === round) callOff = timers.after(LOOK_AGAIN, () => void look())
    }
    callOff = timers.after(LOOK_AGAIN, () => void look())
    const deaf = bridge.subscribe((event) => {
      if (event.kind === 'sign-in-changed') hear(event.signIn)
    })
    rest = () => {
      callOff()
      deaf()
    }
  }

  const giveUp = (): void => {
    const step = state.getState()
    end({ kind: 'idle' })
    if (step.kind === 'waiting' || step.kind === 'arrived')
      void bridge.call('signIns.cancel', { signInId: step.signInId })
  }

  return {
    state,
    start: async (asked, arrived) => {
      giveUp()
      set({ kind: 'starting' })
      const mine = round
      const reply = await bridge.call('signIns.start', asked)
      if (mine !== round) {
        if (reply.ok) void bridge.call('signIns.cancel', { signInId: reply.value.signInId })
        return
      }
      if (!reply.ok) return end({ kind: 'failed', failure: reply.failure })
      const { signInId, url, redirect } = reply.value
      onArrived = arrived
      set({ kind: 'waiting', signInId, url, redirect, finishing: false, failure: null })
      watch(signInId)
      open(url)
    },
    paste: async (address) => {
      const step = state.getState()
      if (step.kind !== 'waiting' || step.finishing) return
      const mine = round
      set({ ...step, finishing: true, failure: null })
      const reply = await bridge.call('signIns.finish', { signInId: step.signInId, address })
      if (mine !== round) return
      set({ ...step, finishing: false, failure: reply.ok ? null : reply.failure })
      if (reply.ok) hear(reply.value)
    },
    cancel: giveUp,
  }
}
