import { Pencil } from 'lucide-react'
import { ChannelMark } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { useSession } from '../use-session.ts'
import { PreviewBody } from './preview-body.tsx'
import { PreviewExtras } from './preview-extras.tsx'
import { PreviewThread } from './preview-thread.tsx'
import { useShown } from './use-shown.ts'

/** The post as one account will show it. */
export const PreviewCard = ({ accountId }: { accountId: string }) => {
  const session = useSession()
  const shown = useShown(accountId)
  if (shown === null) return null
  const { account, channel, own, parts, media, heading, told } = shown
  const isEmpty = media.length === 0 && heading === null && parts.every(({ text }) => text.trim() === '')
  return (
    <article className={`preview-card preview-as-${channel.look.as}`} aria-label={`Preview for ${account.name}`}>
      <header className="preview-channel">
        <ChannelMark mark={channel.mark} />
        <span>{channel.name}</span>
        {account.destination !== null && <span className="preview-place">{account.destination.name}</span>}
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
      {isEmpty && told.choices.length === 0 ? (
        <p className="preview-nothing">Nothing to show for {account.name} yet.</p>
      ) : parts.length > 1 ? (
        <PreviewThread shown={shown} />
      ) : (
        <PreviewBody shown={shown} />
      )}
      <PreviewExtras shown={shown} />
    </article>
  )
}
