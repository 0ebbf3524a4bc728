import { useStore } from 'zustand'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { nextFree, type SlotsState } from '../../slots/slots-store.ts'
import { formatMoment } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { resolveWall } from '../../time/wall-time.ts'
import { timeOf } from '../draft/draft.ts'
import type { WhenChoice } from '../send/when-choice.ts'
import { useWriting } from '../use-session.ts'
import { say } from '../../words/say.ts'
import './preview-byline.css'

/** Who says it, and when. */
export const PreviewByline = ({ account }: { account: Account }) => (
  <p className="preview-byline">
    <strong>{account.name}</strong>
    <span className="preview-identity">{account.identity}</span>
    <PreviewTime accountId={account.id} />
  </p>
)

/** When this account's goes out. */
export const PreviewTime = ({ accountId }: { accountId: string }) => {
  const shared = useWriting((s) => s.when)
  const alone = useWriting((s) => timeOf(s.draft, accountId))
  const when: WhenChoice = alone === null ? shared : { kind: 'at', ...alone }
  const now = useNow(60_000)
  const { slots, settings } = useDesk()
  const slotsNow = useStore(slots.state)
  const own = useStore(settings.state, (s) => s.zone)
  return <time>{previewTime(when, slotsNow, { own, now })}</time>
}

const previewTime = (when: WhenChoice, slots: SlotsState, { own, now }: { own: string; now: number }): string => {
  if (when.kind === 'slot') {
    const at = nextFree(slots, when.planId, now)
    return at === null ? say('composer.later') : formatMoment(at, own, now)
  }
  const resolved = when.kind === 'at' ? resolveWall(when.wall, when.zone) : null
  return when.kind === 'at' && resolved !== null
    ? formatMoment(resolved.at, when.zone, now)
    : say('composer.now-in-text')
}
