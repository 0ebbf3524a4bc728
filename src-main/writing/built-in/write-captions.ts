import type { Brief, Caption } from '../../core/ports.ts'
import { assemble } from '../assemble.ts'
import { cutToFit } from '../cut-words.ts'
import { type Subject, subjectOf, tagsOf } from './subject.ts'

const OPENERS = 4
const CLOSERS = 3
/** Beyond the frames, so many shorter titles are tried where there is little room. */
const SHORTER = 40

/** Captions without a model: the words of the asset or the prompt, between phrases that claim nothing. */
export const writeCaptions = async (brief: Brief): Promise<Caption[]> => {
  const subject = subjectOf(brief)
  const found = new Map<string, Caption>()
  const keep = (caption: Caption | null) => caption && found.set(caption.text, caption)
  for (let turn = 0; turn < OPENERS * CLOSERS && found.size < brief.count; turn += 1) {
    keep(await fitFrame(brief, subject, frameOf(brief, subject, turn)))
  }
  for (let less = 1; less < SHORTER && found.size < brief.count; less += 1) {
    keep(await fitWords(brief, '{}', withoutLastWords(subject.title, less)))
  }
  return [...found.values()]
}

/** What stands around the words in one turn, and whether it tells much or little. */
type Frame = { opener: string; closer: string; length: number }

/** Each turn has another opener and closer; every third is long, middling, short. */
const frameOf = ({ tone }: Brief, { phrases }: Subject, turn: number): Frame => ({
  opener: phrases.openers[tone][turn % OPENERS] ?? '{}',
  closer: phrases.closers[tone][((turn % OPENERS) + Math.floor(turn / OPENERS)) % CLOSERS] ?? '',
  length: turn % 3,
})

/** From the fullest body of a frame down to its title alone, with hashtags and without; else the title cut short. */
const fitFrame = async (brief: Brief, subject: Subject, frame: Frame): Promise<Caption | null> => {
  const bodies = bodiesOf(subject, frame)
  const tags = brief.hashtags ? tagsOf(subject) : []
  for (const hashtags of tags.length > 0 ? [tags, []] : [[]]) {
    for (const body of bodies) {
      const text = assemble(body, brief.link, hashtags)
      if (await brief.fits(text)) return { text, hashtags }
    }
  }
  return fitWords(brief, frame.opener, subject.title)
}

const bodiesOf = ({ title, summary, facts }: Subject, { opener, closer, length }: Frame): string[] => {
  const head = put(opener, title)
  const told = facts.join('\n')
  const [start = ''] = /^.*?[.!?。！？](?=\s|$)/su.exec(summary) ?? []
  const bodies = [
    [head, summary, told, closer],
    [head, start, told, closer],
    [head, told, closer],
    [head, told],
    [head, closer],
    [head],
  ].map((parts) => parts.filter((part) => part !== '').join('\n\n'))
  return bodies.slice(length)
}

const fitWords = async ({ link, fits }: Brief, opener: string, words: string): Promise<Caption | null> => {
  const whole = (title: string) => assemble(put(opener, title), link, [])
  const title = words === '' ? null : await cutToFit(words, (some) => fits(whole(some)))
  return title === null ? null : { text: whole(title), hashtags: [] }
}

const put = (opener: string, words: string): string => opener.replace('{}', () => words)

const withoutLastWords = (title: string, less: number): string => {
  const words = title.split(' ')
  return words.length > less ? `${words.slice(0, -less).join(' ')}…` : ''
}
