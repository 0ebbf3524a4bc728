import { type ReactNode, useId, useState } from 'react'
import type { Fold } from '../../../src-preload/contract/model/channel.ts'
import { foldAt, OWN_FOLD } from './fold-text.ts'
import { MarkedText } from './marked-text.tsx'
import type { Part } from './text-pieces.ts'
import { say, sayList } from '../../words/say.ts'
import './folded-text.css'

type FoldedTextProps = {
  part: Part
  /** Where its words begin: a heading may have taken the first line. */
  from?: number
  /** Null: the network shows all of it. */
  fold: Fold | null
  network: string
  /** Stands before the words, on their line. */
  lead?: ReactNode
}

/** A text as its network shows it, with the rest behind the word that it hides it behind. */
export const FoldedText = ({ part, from = 0, fold, network, lead }: FoldedTextProps) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const shown = part.text.slice(from)
  const theirs = fold === null ? null : foldAt(shown, fold)
  const at = theirs ?? foldAt(shown, OWN_FOLD)
  const end = at === null || open ? part.text.length : from + at
  if (shown.trim() === '' && lead === undefined) return null
  return (
    <div className="folded">
      <p className="marked-text" dir="auto" id={id}>
        {lead}
        <MarkedText part={part} from={from} to={end} />
        {at !== null && !open && <span aria-hidden="true">…</span>}{' '}
        {at !== null && (
          <button
            type="button"
            className="fold-more"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {say(open ? 'composer.fold-less' : theirs === null ? 'composer.fold-all' : 'composer.fold-more')}
          </button>
        )}
      </p>
      {at !== null && (
        <p className="preview-note">
          {theirs === null || fold === null ? say('composer.shows-all', { network }) : foldWords(network, fold)}
        </p>
      )}
    </div>
  )
}

const foldWords = (network: string, { characters, lines, about }: Fold): string => {
  const measures = [
    ...(lines === null ? [] : [say('composer.fold-lines', { count: lines })]),
    ...(characters === null ? [] : [say('composer.fold-characters', { count: characters })]),
  ]
  return say(about ? 'composer.fold-hides-about' : 'composer.fold-hides', {
    network,
    measure: sayList(measures, 'disjunction'),
  })
}
