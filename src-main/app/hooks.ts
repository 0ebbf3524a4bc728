import ipaddr from 'ipaddr.js'
import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Handlers } from '../core/gate.ts'
import type { Store } from '../core/ports.ts'
import type { HookRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import { deliveryView, hookSecretName, hookView, newMessage, repeated } from './hook-messages.ts'
import type { Parts } from './parts.ts'
import { because } from '../core/told.ts'

/** Webhooks: who is told, what was sent, and sending again. */
export const createHookHandlers = ({ world, secrets, outbox }: Parts) => {
  const { store, ids, clock } = world

  const save = async ({ hookId, newSecret, ...chosen }: Parsed<'hooks.save'>) => {
    assertSafeAddress(chosen.url)
    if (hookId !== undefined) await findHook(store, hookId)
    const id = hookId ?? ids.make('hok')
    const secret = hookId === undefined || newSecret ? makeSecret() : null
    // First the secret: a message must not go out before there is something to sign it with.
    if (secret !== null) await secrets.write(hookSecretName(id), secret)
    const hook = await store.transaction(async (within) => {
      const before = hookId === undefined ? null : await findHook(within, hookId)
      const hook: HookRecord = {
        id,
        url: chosen.url,
        events: [...new Set(chosen.events)],
        active: chosen.active,
        createdAt: before?.createdAt ?? clock.now(),
      }
      await within.hooks.put(hook)
      outbox.hooksChanged()
      return hook
    })
    return { ...hookView(hook), secret }
  }

  const remove = async ({ hookId }: Parsed<'hooks.remove'>) => {
    await store.transaction(async (within) => {
      await findHook(within, hookId)
      await within.hooks.remove(hookId)
      outbox.hooksChanged()
    })
    await secrets.forget(hookId)
    return { done: true } as const
  }

  const redeliver = ({ deliveryId }: Parsed<'hooks.redeliver'>) =>
    store.transaction(async (within) => {
      const before =
        (await within.deliveries.get(deliveryId)) ??
        refuse('not-found', `There is no delivery ${deliveryId}.`, 'Look at the log; it goes back 30 days.', {
          told: because('delivery-gone'),
        })
      await findActive(within, before.hookId)
      const delivery = repeated(world, before)
      await outbox.put(within, delivery)
      return deliveryView(delivery)
    })

  const test = ({ hookId }: Parsed<'hooks.test'>) =>
    store.transaction(async (within) => {
      await findActive(within, hookId)
      const delivery = newMessage(world, hookId, 'test', {})
      await outbox.put(within, delivery)
      return deliveryView(delivery)
    })

  return {
    'hooks.list': async () => ({ entries: (await store.hooks.list()).map(hookView) }),
    'hooks.save': save,
    'hooks.remove': remove,
    'hooks.deliveries': async (filter) => {
      const { entries, cursor } = await store.deliveries.list(filter)
      return { entries: entries.map(deliveryView), cursor }
    },
    'hooks.redeliver': redeliver,
    'hooks.test': test,
  } satisfies Partial<Handlers>
}

const findHook = async (within: Store, hookId: string): Promise<HookRecord> =>
  (await within.hooks.list()).find((hook) => hook.id === hookId) ??
  refuse('not-found', `There is no webhook ${hookId}.`, 'Look at the list of webhooks.', {
    field: 'hookId',
    told: because('hook-gone'),
  })

const findActive = async (within: Store, hookId: string): Promise<void> => {
  const hook = await findHook(within, hookId)
  if (!hook.active)
    refuse('illegal-transition', 'The webhook is switched off.', 'Switch it on first.', { told: because('hook-off') })
}

/** As Standard Webhooks has it: 32 random bytes in base64 after their prefix. */
const makeSecret = () => `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`

/** Addresses that no name server and no router outside the house has a say in. */
const IN_THE_HOUSE: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal'])

/**
 * The person typed the address, so it may be one of this computer or of the own network; but what leaves the house is
 * sent encrypted, and a name can lead anywhere: without encryption it must be a bare address.
 */
const assertSafeAddress = (url: string): void => {
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') {
    refuse('invalid-input', 'The address holds a name or a password.', 'Leave them out; messages are signed instead.', {
      field: 'url',
      told: because('hook-address-secret'),
    })
  }
  const bare = hostname.replace(/^\[|\]$/g, '')
  const near = bare === 'localhost' || (ipaddr.isValid(bare) && IN_THE_HOUSE.has(ipaddr.process(bare).range()))
  if (protocol === 'http:' && !near) {
    refuse(
      'invalid-input',
      'Messages to this address would travel unencrypted.',
      'Use https://; http:// is for localhost and for numeric addresses of your own network.',
      { field: 'url', told: because('hook-address-open') },
    )
  }
}
