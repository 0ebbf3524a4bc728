import type { Delivery, Hook, HookEvent } from '../../src-preload/contract/model/hook.ts'
import type { DeliveryRecord, HookRecord } from '../core/records.ts'
import { isoInstant, isoOrNull } from './views.ts'
import type { World } from './world.ts'

/** Under what name a webhook's secret is kept. */
export const hookSecretName = (hookId: string): string => `${hookId}:secret`

/**
 * A message to one webhook, due now. Its body is `{ id, event, createdAt, data }`; `data` holds the contract's own views:
 * `{ item, post }` for what happens to an item, `{ account }` for an account, nothing for a test.
 */
export const newMessage = (
  { ids, clock }: World,
  hookId: string,
  event: HookEvent | 'test',
  data: Record<string, unknown>,
): DeliveryRecord => {
  const id = ids.make('dlv')
  const createdAt = clock.now()
  return pendingDelivery({
    id,
    hookId,
    event,
    createdAt,
    body: JSON.stringify({ id, event, createdAt: isoInstant(createdAt), data }),
  })
}

/** The same message once more, as a delivery of its own. */
export const repeated = ({ ids, clock }: World, { hookId, event, body }: DeliveryRecord): DeliveryRecord =>
  pendingDelivery({ id: ids.make('dlv'), hookId, event, body, createdAt: clock.now() })

const pendingDelivery = (
  of: Pick<DeliveryRecord, 'id' | 'hookId' | 'event' | 'body' | 'createdAt'>,
): DeliveryRecord => ({
  ...of,
  state: 'pending',
  attempts: 0,
  nextAt: of.createdAt,
  status: null,
  error: null,
  deliveredAt: null,
})

/** What tells a receiver that it has had this message before: the same for every try and every redelivery. */
export const messageIdOf = ({ body }: DeliveryRecord): string => (JSON.parse(body) as { id: string }).id

export const hookView = (hook: HookRecord): Hook => ({ ...hook, createdAt: isoInstant(hook.createdAt) })

export const deliveryView = (delivery: DeliveryRecord): Delivery => ({
  ...delivery,
  nextAt: isoOrNull(delivery.nextAt),
  createdAt: isoInstant(delivery.createdAt),
  deliveredAt: isoOrNull(delivery.deliveredAt),
})
