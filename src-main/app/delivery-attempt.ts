import { Webhook } from 'standardwebhooks'
import type { DeliveryRecord, HookRecord, Millis } from '../core/records.ts'
import { Refusal } from '../core/refusal.ts'
import { hookSecretName, messageIdOf } from './hook-messages.ts'
import type { SecretKeeper } from './secrets.ts'
import type { World } from './world.ts'

/** How long an address may take to answer. */
const TIME_LIMIT: Millis = 10_000

/** The pauses before another try; after the last one a message is given up. */
const RETRIES: readonly Millis[] = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000]

/** The pause after a try that this computer's being offline ended: such a try does not count. */
const OFFLINE: Millis = 60_000

type Answer = { status: number; error: null } | { status: null; error: string }

/** Sends a message once, signed as Standard Webhooks has it, and gives what came of it; null when it was called off. */
export const attempt = async (
  { clock, courier, network, about }: World,
  secrets: SecretKeeper,
  hook: HookRecord,
  delivery: DeliveryRecord,
  stopping: AbortSignal,
): Promise<DeliveryRecord | null> => {
  const secret = await secretOf(secrets, hook)
  if (secret.error !== null) return afterAnswer(delivery, { status: null, error: secret.error }, clock.now())
  const id = messageIdOf(delivery)
  const at = new Date(clock.now())
  const headers = {
    'content-type': 'application/json',
    'user-agent': `Posthorn/${about.version}`,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret.value).sign(id, at, delivery.body),
  }
  const late = new AbortController()
  const callOff = clock.after(TIME_LIMIT, () => late.abort())
  const signal = AbortSignal.any([late.signal, stopping])
  const answer = await courier.post(hook.url, { headers, body: delivery.body, signal })
  callOff()
  if (answer.status !== null) return afterAnswer(delivery, answer, clock.now())
  if (stopping.aborted) return null
  if (!network.isOnline()) {
    return { ...delivery, nextAt: clock.now() + OFFLINE, status: null, error: 'This computer is offline.' }
  }
  const error = late.signal.aborted ? 'No answer came within 10 seconds.' : answer.error
  return afterAnswer(delivery, { status: null, error }, clock.now())
}

/** Any 2xx is a delivery; all else is tried again as long as there are tries left. */
const afterAnswer = (delivery: DeliveryRecord, { status, error }: Answer, now: Millis): DeliveryRecord => {
  const attempts = delivery.attempts + 1
  if (status !== null && status >= 200 && status < 300) {
    return { ...delivery, state: 'delivered', attempts, nextAt: null, status, error: null, deliveredAt: now }
  }
  const pause = RETRIES[delivery.attempts]
  return {
    ...delivery,
    state: pause === undefined ? 'given-up' : 'pending',
    attempts,
    nextAt: pause === undefined ? null : now + pause,
    status,
    error: status === null ? error : statusError(status),
  }
}

const statusError = (status: number): string =>
  status >= 300 && status < 400
    ? `The address answered ${status}; redirects are not followed.`
    : `The address answered ${status}.`

const secretOf = async (
  secrets: SecretKeeper,
  hook: HookRecord,
): Promise<{ value: string; error: null } | { value: null; error: string }> => {
  try {
    const value = await secrets.read(hookSecretName(hook.id))
    return value === null
      ? { value, error: 'Its secret was kept only until Posthorn quit: give the webhook a new one.' }
      : { value, error: null }
  } catch (error) {
    if (error instanceof Refusal) return { value: null, error: error.failure.message }
    throw error
  }
}
