import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../../core/refusal.ts'
import { findOwner } from '../../owner-card.ts'
import type { Caller } from './caller.ts'
import { createRemoteCaller } from './remote-caller.ts'

/** How long an app that is starting or quitting is waited for, in milliseconds. */
const PATIENCE = 5_000
const LOOK_AGAIN = 100

/** Finds Posthorn: the app or the server that holds the data folder, else the folder itself. */
export const reach = async (home: string): Promise<Caller> => {
  const patience = Date.now() + PATIENCE
  for (;;) {
    const remote = await reachOwner(home)
    if (remote) return remote
    try {
      const { openLocalCaller } = await import('./local-caller.ts')
      return await openLocalCaller(home)
    } catch (error) {
      const held = error instanceof Refusal && error.failure.code === 'data-folder-held'
      if (!held || Date.now() >= patience) throw error
    }
    await sleep(LOOK_AGAIN)
  }
}

const reachOwner = async (home: string): Promise<Caller | null> => {
  const owner = await findOwner(home)
  if (!owner?.url || !owner.token) return null
  const caller = createRemoteCaller({ url: owner.url, token: owner.token })
  try {
    await caller.call('status.get', {})
    return caller
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'unreachable') return null
    throw error
  }
}
