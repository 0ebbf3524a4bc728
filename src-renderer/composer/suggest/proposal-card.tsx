import { MediaPicture } from '../../shell/media-picture.tsx'
import { Button } from '../../ui/button.tsx'
import type { Proposal } from './proposal.ts'
import { say } from '../../words/say.ts'

/** What the core calls its own templates. */
const BUILT_IN = 'built-in'

type ProposalCardProps = {
  proposal: Proposal
  /** The account it was made for, where that is a choice. */
  forName: string | null
  onUse: (forAll: boolean) => void
}

/** One suggestion: its words, who made it, and how to take it. */
export const ProposalCard = ({ proposal: { text, media, provider }, forName, onUse }: ProposalCardProps) => (
  <li className="proposal">
    {forName !== null && <p className="proposal-for">{say('composer.proposal-for', { name: forName })}</p>}
    <p className="proposal-text" dir="auto">
      {text}
    </p>
    {media.length > 0 && (
      <div className="proposal-media">
        {media.map(({ mediaId, alt }) => (
          <MediaPicture key={mediaId} mediaId={mediaId} alt={alt} />
        ))}
      </div>
    )}
    <div className="proposal-foot">
      <span className="faint">
        {say('composer.proposal-by', { maker: provider === BUILT_IN ? say('composer.proposal-by-self') : provider })}
      </span>
      {forName !== null && (
        <Button size="small" onPress={() => onUse(false)}>
          {say('composer.proposal-use-for', { name: forName })}
        </Button>
      )}
      <Button size="small" onPress={() => onUse(forName !== null)}>
        {say(forName === null ? 'composer.proposal-use' : 'composer.proposal-use-all')}
      </Button>
    </div>
  </li>
)
