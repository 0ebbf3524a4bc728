import { Pencil } from 'lucide-react'
import { useStore } from 'zustand'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { formatMoment } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { resolveWall } from '../../time/wall-time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import type { WhenChoice } from '../send/when-choice.ts'
import { nextFree, type SlotsState } from '../../slots/slots-store.ts'
import { differs, mediaOf, textOf } from '../draft/draft.ts'
import { MarkedText } from './marked-text.tsx'
import { PreviewMedia } from './preview-media.tsx'
import { useSession, useWriting } from '../use-session.ts'
import './preview.css'

/** The post as one account will show it, in as many parts as it takes. */
export const PreviewCard = ({ accountId }: { accountId: string }) => {
  const { accounts } = useDesk()
  const session = useSession()
  const account = useStore(accounts.state, () => accounts.account(accountId))
  const check = useWriting((s) => s.checks.get(accountId))
  const own = useWriting((s) => differs(s.draft, accountId))
  const text = useWriting((s) => textOf(s.draft, { kind: 'account', accountId }))
  const media = useWriting((s) => mediaOf(s.draft, { kind: 'account', accountId }))
  if (account === undefined) return null
  const channel = accounts.channel(account.channel)
  // Until the channel has answered, the words as they are.
  const told = check === undefined || check.parts.length === 0 ? [{ text, ranges: [] }] : check.parts
  const parts = told.map((part, index) => ({ ...part, place: index + 1 }))
  return (
    <article className="preview-card" aria-label={`Preview for ${account.name}`}>
      <header className="preview-channel">
        <span>{channel?.name ?? account.channel}</span>
        {own && <span className="preview-own">own version</span>}
        <Button
          look="quiet"
          size="small"
          icon={<Pencil size="0.8125rem" aria-hidden="true" />}
          onPress={() => session.setScope({ kind: 'account', accountId })}
        >
          Customise<span className="unseen"> for {account.name}</span>
        </Button>
      </header>
      <ol className="preview-parts">
        {parts.map((part) => (
          <li key={part.place} className="preview-part">
            <Avatar name={account.name} mark={channel?.mark} />
            <div className="preview-body">
              <Byline account={account} />
              <MarkedText text={part.text} ranges={part.ranges} />
              {part.place === 1 && <PreviewMedia media={media} />}
              {part.place === 1 && check?.card != null && media.length === 0 && <LinkCard href={check.card} />}
              {parts.length > 1 && (
                <p className="faint">
                  Part {part.place} of {parts.length}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </article>
  )
}

const Byline = ({ account }: { account: Account }) => {
  const when = useWriting((s) => s.when)
  const now = useNow(60_000)
  const { slots, settings } = useDesk()
  const slotsNow = useStore(slots.state)
  const own = useStore(settings.state, (s) => s.zone)
  const time = previewTime(when, slotsNow, { own, now })
  return (
    <p className="preview-byline">
      <strong>{account.name}</strong>
      <span className="preview-identity">{account.identity}</span>
      <span aria-hidden="true">·</span>
      <time>{time}</time>
    </p>
  )
}

const previewTime = (when: WhenChoice, slots: SlotsState, { own, now }: { own: string; now: number }): string => {
  if (when.kind === 'slot') {
    const at = nextFree(slots, when.planId, now)
    return at === null ? 'later' : formatMoment(at, own, now)
  }
  const resolved = when.kind === 'at' ? resolveWall(when.wall, when.zone) : null
  return when.kind === 'at' && resolved !== null ? formatMoment(resolved.at, when.zone, now) : 'now'
}

const LinkCard = ({ href }: { href: string }) => {
  const address = URL.canParse(href) ? new URL(href) : null
  return (
    <div className="link-card">
      <span className="link-card-host">{address?.hostname.replace(/^www\./, '') ?? href}</span>
      <span className="link-card-path">
        {address === null || address.pathname === '/' ? 'The page’s own title will stand here' : address.pathname}
      </span>
    </div>
  )
}
