import { MediaPicture } from '../../shell/media-picture.tsx'
import { Button } from '../../ui/button.tsx'
import type { Proposal } from './proposal.ts'

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
    {forName !== null && <p className="proposal-for">For {forName}</p>}
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
      <span className="faint">Made by {provider === BUILT_IN ? 'Posthorn itself' : provider}</span>
      {forName !== null && (
        <Button size="small" onPress={() => onUse(false)}>
          Use for {forName}
        </Button>
      )}
      <Button size="small" onPress={() => onUse(forName !== null)}>
        {forName === null ? 'Use' : 'Use for all'}
      </Button>
    </div>
  </li>
)
