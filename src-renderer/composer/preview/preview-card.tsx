import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { ChannelMark } from '../../ui/channel-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { useSession } from '../use-session.ts'
import { PreviewBody } from './preview-body.tsx'
import { PreviewExtras } from './preview-extras.tsx'
import { PreviewThread } from './preview-thread.tsx'
import { useShown } from './use-shown.ts'
import { say, sayRich } from '../../words/say.ts'
import './preview-card.css'

const unseen = (words: ReactNode) => <span className="unseen"> {words}</span>

/** The post as one account will show it. */
export const PreviewCard = ({ accountId }: { accountId: string }) => {
  const session = useSession()
  const shown = useShown(accountId)
  if (shown === null) return null
  const { account, channel, mark, own, parts, media, heading, told } = shown
  const isEmpty = media.length === 0 && heading === null && parts.every(({ text }) => text.trim() === '')
  return (
    <article
      className={`preview-card preview-as-${channel.look.as}`}
      aria-label={say('composer.preview-for', { name: account.name })}
    >
      <header className="preview-channel">
        <ChannelMark mark={mark} />
        <span>{channel.name}</span>
        {account.destination !== null && <span className="preview-place">{account.destination.name}</span>}
        {own && <span className="preview-own">{say('composer.own-version-short')}</span>}
        <Button
          look="quiet"
          size="small"
          icon={<Pencil size="0.8125rem" aria-hidden="true" />}
          onPress={() => session.setScope({ kind: 'account', accountId })}
        >
          {sayRich('composer.customise-short', {
            name: account.name,
            unseen,
          })}
        </Button>
      </header>
      {isEmpty && told.choices.length === 0 ? (
        <p className="preview-nothing">{say('composer.preview-nothing', { name: account.name })}</p>
      ) : parts.length > 1 ? (
        <PreviewThread shown={shown} />
      ) : (
        <PreviewBody shown={shown} />
      )}
      <PreviewExtras shown={shown} />
    </article>
  )
}
