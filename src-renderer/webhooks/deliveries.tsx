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
import { EVENT_NAMES } from './hook-events.ts'

/** The core does not tell of messages on their way: while one is, the log is read this often, in milliseconds. */
const ASK_EVERY = 2000

const STATES: Readonly<Record<Delivery['state'], { label: string; tone: ChipTone }>> = {
  pending: { label: 'On its way', tone: 'blue' },
  delivered: { label: 'Delivered', tone: 'green' },
  'given-up': { label: 'Given up', tone: 'red' },
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
  if (value.entries.length === 0) return <p className="soft">Nothing was sent yet.</p>
  return (
    <>
      <ul className="deliveries" aria-label="What was sent">
        {value.entries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} onAgain={() => void sendAgain(delivery.id)} />
        ))}
      </ul>
      {value.cursor !== null && limit < MOST && (
        <Button size="small" look="quiet" onPress={() => setLimit(MOST)}>
          Show more
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
  const { label, tone } = STATES[state]
  const answer = [
    status === null ? null : `answered ${status}`,
    error,
    attempts > 1 ? `${attempts} tries` : null,
    nextAt === null ? null : `tries again ${formatRelative(Math.max(Date.parse(nextAt), now), now)}`,
  ].filter((one) => one !== null)
  return (
    <li className="delivery">
      <p className="delivery-top">
        <Chip tone={tone}>{label}</Chip>
        <strong>{event === 'test' ? 'A test' : EVENT_NAMES[event]}</strong>
        <span className="faint">{formatMoment(Date.parse(createdAt), zone, now)}</span>
        <Button size="small" look="quiet" onPress={onAgain}>
          Send again
        </Button>
      </p>
      {answer.length > 0 && <p className="faint">{answer.join(' · ')}</p>}
      <details>
        <summary>What was sent</summary>
        <code>{body}</code>
      </details>
    </li>
  )
}
