import type { ReactNode } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { FoldedText } from './folded-text.tsx'
import { LinkCard } from './link-card.tsx'
import { PreviewByline, PreviewTime } from './preview-byline.tsx'
import { PreviewMedia } from './preview-media.tsx'
import type { Shown } from './use-shown.ts'
import { Warned } from './warned.tsx'
import { say } from '../../words/say.ts'
import './preview-body.css'

/** A post of one part, in the order in which its network shows it. */
export const PreviewBody = ({ shown }: { shown: Shown }) => {
  switch (shown.channel.look.as) {
    case 'picture':
      return <PictureBody shown={shown} />
    case 'film':
    case 'pin':
      return <HeadedBody shown={shown} />
    case 'article':
    case 'mail':
      return <ArticleBody shown={shown} />
    case 'post':
    case 'message':
      return <PostBody shown={shown} />
  }
}

type OfShown = { shown: Shown }

const Words = ({ shown, lead }: OfShown & { lead?: ReactNode }) => {
  const { parts, from, channel, told } = shown
  const [part] = parts
  if (part === undefined) return null
  if (told.wordless) return <p className="preview-note">{say('composer.no-words', { network: channel.name })}</p>
  return <FoldedText part={part} from={from} fold={channel.fold} network={channel.name} {...(lead && { lead })} />
}

const Face = ({ shown: { account, mark } }: OfShown) => (
  <Avatar name={account.name} accountId={account.id} mark={mark} />
)

const PostBody = ({ shown }: OfShown) => {
  const { filesFirst } = shown.channel.look
  return (
    <div className="preview-part">
      <Face shown={shown} />
      <div className="preview-content">
        <PreviewByline account={shown.account} />
        <Warned warning={shown.told.warning}>
          {filesFirst && <PreviewMedia shown={shown} />}
          {shown.heading !== null && <h3 className="preview-heading">{shown.heading}</h3>}
          <Words shown={shown} />
          {!filesFirst && <PreviewMedia shown={shown} />}
          {shown.card !== null && <LinkCard href={shown.card} />}
        </Warned>
      </div>
    </div>
  )
}

const PictureBody = ({ shown }: OfShown) => (
  <>
    <div className="preview-who">
      <Face shown={shown} />
      <PreviewByline account={shown.account} />
    </div>
    <PreviewMedia shown={shown} />
    <div className="preview-caption">
      <Words shown={shown} lead={<strong>{shown.account.name} </strong>} />
    </div>
  </>
)

const HeadedBody = ({ shown }: OfShown) => (
  <>
    <PreviewMedia shown={shown} />
    <div className="preview-caption">
      {shown.heading !== null && <h3 className="preview-heading">{shown.heading}</h3>}
      <div className="preview-who">
        <Face shown={shown} />
        <PreviewByline account={shown.account} />
      </div>
      <Words shown={shown} />
    </div>
  </>
)

const ArticleBody = ({ shown }: OfShown) => {
  const { account, channel, heading } = shown
  const isMail = channel.look.as === 'mail'
  return (
    <div className="preview-article">
      {isMail ? (
        <dl className="preview-mail">
          <dt>{say('composer.mail-from')}</dt>
          <dd>
            {account.name} <span className="preview-identity">{account.identity}</span>
          </dd>
          <dt>{say('composer.mail-subject')}</dt>
          <dd>
            <strong>{heading ?? say('composer.no-subject')}</strong>
          </dd>
          <dt>{say('composer.mail-sent')}</dt>
          <dd>
            <PreviewTime accountId={account.id} />
          </dd>
        </dl>
      ) : (
        <>
          <h3 className="preview-heading">{heading ?? say('composer.no-title')}</h3>
          <PreviewByline account={account} />
        </>
      )}
      <Words shown={shown} />
      <PreviewMedia shown={shown} />
    </div>
  )
}
