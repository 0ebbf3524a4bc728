import { useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { FoldedText } from './folded-text.tsx'
import { LinkCard } from './link-card.tsx'
import { PreviewByline } from './preview-byline.tsx'
import { PreviewMedia } from './preview-media.tsx'
import type { Shown } from './use-shown.ts'
import { Warned } from './warned.tsx'
import { say } from '../../words/say.ts'
import './preview-thread.css'

/** So many parts are shown before a person asks for the rest. */
const AT_ONCE = 6

/** A thread: its parts one under the other, linked, each with its number. */
export const PreviewThread = ({ shown }: { shown: Shown }) => {
  const [whole, setWhole] = useState(false)
  const { account, channel, mark, parts, told, card } = shown
  const rest = parts.length - AT_ONCE
  return (
    <>
      <ol className="preview-parts">
        {parts.slice(0, whole ? undefined : AT_ONCE).map((part) => (
          <li key={part.place} className="preview-part">
            <Avatar name={account.name} accountId={account.id} mark={mark} />
            <div className="preview-content">
              <PreviewByline account={account} />
              <Warned warning={told.warning}>
                <FoldedText part={part} fold={channel.fold} network={channel.name} />
                {part.place === 1 && <PreviewMedia shown={shown} />}
                {part.place === 1 && card !== null && <LinkCard href={card} />}
              </Warned>
              <p className="faint">{say('composer.preview-part', { place: part.place, count: parts.length })}</p>
            </div>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <div className="preview-rest">
          <Button look="quiet" size="small" onPress={() => setWhole(!whole)}>
            {whole ? say('composer.parts-fewer') : say('composer.parts-more', { count: rest })}
          </Button>
        </div>
      )}
    </>
  )
}
