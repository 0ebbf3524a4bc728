import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Delivery } from '../../src-preload/contract/model/hook.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useReply } from '../shell/use-reply.ts'
import { formatMoment, formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import type { ChipTone } from '../ui/chip-tone.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { eventName } from './hook-events.ts'

/** The core does not tell of messages on their way: while one is, the log is read this often, in milliseconds. */
const ASK_EVERY = 2000

const TONES: Readonly<Record<Delivery['state'], ChipTone>> = {
  pending: 'blue',
  delivered: 'green',
  'given-up': 'red',
}

const PAGE = 20
/** Older ones are for the command line. */
const MOST = 200

/** What was sent to an address, newest first. */
export const Deliveries = ({ hookId }: { hookId: string }) => {
  const { link, settle } = useDesk()
  const [limit, setLimit] = useState(PAGE)
  const { value, failure, again } = useReply('hooks.deliveries', { hookId, limit })
  const pending = value?.entries.some((one) => one.state === 'pending') === true
  useEffect(() => {
    if (!pending) return
    const timer = setInterval(again, ASK_EVERY)
    return () => clearInterval(timer)
  }, [pending, again])

  const sendAgain = async (deliveryId: string): Promise<void> => {
    if (settle(await link.bridge.call('hooks.redeliver', { deliveryId }))) again()
  }
  if (failure !== null) return <FailureNote failure={failure} />
  if (value === null) return <RowsSkeleton rows={2} />
  if (value.entries.length === 0) return <p className="soft">{say('webhooks.nothing-sent')}</p>
  return (
    <>
      <ul className="deliveries" aria-label={say('webhooks.what-was-sent')}>
        {value.entries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} onAgain={() => void sendAgain(delivery.id)} />
        ))}
      </ul>
      {value.cursor !== null && limit < MOST && (
        <Button size="small" look="quiet" onPress={() => setLimit(MOST)}>
          {say('webhooks.show-more')}
        </Button>
      )}
    </>
  )
}

const DeliveryLine = ({ delivery, onAgain }: { delivery: Delivery; onAgain: () => void }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(delivery.nextAt === null ? 60_000 : 1000)
  const { event, state, attempts, nextAt, status, error, body, createdAt } = delivery
  const answer = [
    status === null ? null : say('webhooks.answered', { status }),
    error,
    attempts > 1 ? say('webhooks.tries', { count: attempts }) : null,
    nextAt === null
      ? null
      : say('webhooks.tries-again', { when: formatRelative(Math.max(Date.parse(nextAt), now), now) }),
  ].filter((one) => one !== null)
  return (
    <li className="delivery">
      <p className="delivery-top">
        <Chip tone={TONES[state]}>{say(`webhooks.state-${state}`)}</Chip>
        <strong>{event === 'test' ? say('webhooks.a-test') : eventName(event)}</strong>
        <span className="faint">{formatMoment(Date.parse(createdAt), zone, now)}</span>
        <Button size="small" look="quiet" onPress={onAgain}>
          {say('webhooks.send-again')}
        </Button>
      </p>
      {answer.length > 0 && <p className="faint">{answer.join(' · ')}</p>}
      <details>
        <summary>{say('webhooks.what-was-sent')}</summary>
        <code>{body}</code>
      </details>
    </li>
  )
}
