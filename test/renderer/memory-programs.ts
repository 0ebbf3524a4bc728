import type { Delivery, Hook } from '../../src-preload/contract/model/hook.ts'
import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import type { Answers, MemoryWorld } from './memory-bridge.ts'
import { failure, makeId } from './memory-kit.ts'

/** Programs that talk to Posthorn, and those that it talks to. */
export type MemoryPrograms = { keys: ApiKey[]; hooks: Hook[]; deliveries: Delivery[] }

export const emptyPrograms = (): MemoryPrograms => ({ keys: [], hooks: [], deliveries: [] })

const stamp = (): string => new Date().toISOString()

export const memoryPrograms = ({ programs }: MemoryWorld): Answers => {
  const deliver = (hookId: string, event: Delivery['event']): Delivery => {
    const delivery: Delivery = {
      id: makeId('dlv'),
      hookId,
      event,
      state: 'delivered',
      attempts: 1,
      nextAt: null,
      status: 200,
      error: null,
      body: JSON.stringify({ event }),
      createdAt: stamp(),
      deliveredAt: stamp(),
    }
    programs.deliveries.unshift(delivery)
    return delivery
  }
  return {
    'keys.list': () => ({ entries: programs.keys }),
    'keys.create': ({ name, kind = 'live' }) => {
      const key = `sk_${kind}_${'x'.repeat(40)}abcd`
      const made: ApiKey = {
        id: makeId('key'),
        name,
        kind,
        hint: key.slice(-4),
        createdAt: stamp(),
        lastUsedAt: null,
        revokedAt: null,
      }
      programs.keys.unshift(made)
      return { ...made, key }
    },
    'keys.revoke': ({ keyId }) => {
      const key = programs.keys.find((one) => one.id === keyId)
      if (key === undefined) return failure('not-found', 'There is no such key.')
      key.revokedAt = stamp()
      return key
    },
    'hooks.list': () => ({ entries: programs.hooks }),
    'hooks.save': ({ hookId, url, events, active = true, newSecret = false }) => {
      const known = programs.hooks.find((one) => one.id === hookId)
      const hook: Hook = { id: known?.id ?? makeId('hok'), url, events, active, createdAt: known?.createdAt ?? stamp() }
      programs.hooks = [...programs.hooks.filter((one) => one !== known), hook]
      return { ...hook, secret: known === undefined || newSecret ? `whsec_${'y'.repeat(40)}` : null }
    },
    'hooks.remove': ({ hookId }) => {
      programs.hooks = programs.hooks.filter((one) => one.id !== hookId)
      return { done: true }
    },
    'hooks.deliveries': ({ hookId }) => ({
      entries: programs.deliveries.filter((one) => hookId === undefined || one.hookId === hookId),
      cursor: null,
    }),
    'hooks.redeliver': ({ deliveryId }) => {
      const known = programs.deliveries.find((one) => one.id === deliveryId)
      return known === undefined
        ? failure('not-found', 'There is no such delivery.')
        : deliver(known.hookId, known.event)
    },
    'hooks.test': ({ hookId }) => deliver(hookId, 'test'),
    'writing.key': () => ({ done: true }),
    'relay.key': () => ({ done: true }),
    'relay.test': () => ({ url: 'https://files.example/test.png' }),
  }
}
