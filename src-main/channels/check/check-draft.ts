import type { TextRange } from '../../../src-preload/contract/model/post.ts'
import type { Check, Draft } from '../channel.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { chooseContent } from './check-content.ts'
import { judgeMedia, takes } from './check-media.ts'
import { fullnessOf, textProblems } from './check-text.ts'
import { countingWith, fitsIn, measuresOf } from './count-text.ts'
import { emphasisOf } from './emphasis-of-parts.ts'
import { threadParts } from './thread-parts.ts'

/** What a channel adds to its rules to judge a draft. */
export type Reading = {
  /** What in a text will be a link, a mention, a tag. */
  ranges(text: string): Promise<TextRange[]>
  /** The page it will show as a card; left out: it shows none. */
  card?(draft: Draft, texts: readonly string[]): Promise<string | null>
  /** Images within the limits are not looked into; without it each is read, since it may tell of the person. */
  imagesByRecord?: true
}

/** Judges a draft by the rules of a network, and shows what will stand there. */
export const checkDraft = async (rules: NetworkRules, draft: Draft, reading: Reading): Promise<Check> => {
  const thread = draft.thread && rules.thread
  const known = draft.media.filter(({ mime }) => takes(rules, mime))
  // Breaks between parts are no words.
  const chosen = chooseContent(rules, {
    ...draft,
    text: thread ? draft.text.replace(/^---$/gm, '') : draft.text,
    media: known,
  })
  const beside = draft.options[rules.countedOption ?? '']
  const measures = countingWith(await measuresOf(chosen.content.text ?? rules.text), beside)
  const texts = threadParts({ ...draft, thread }, fitsIn(measures))
  const full = fullnessOf(texts, measures)
  const media = await judgeMedia(rules, draft, reading.imagesByRecord ?? false)
  const stretches = emphasisOf(texts, draft)
  const parts = await Promise.all(
    texts.map(async (text, index) => ({
      text,
      emphasis: stretches[index] ?? [],
      ranges: await reading.ranges(text),
      used: full?.ofPart[index] ?? text.length,
    })),
  )
  return {
    problems: [
      // A file that it does not take is trouble enough; what is left without it would only confuse.
      ...(known.length === draft.media.length ? chosen.problems : []),
      ...textProblems(rules, draft, texts, measures),
      ...media.problems,
    ],
    count: full && { used: full.used, max: full.max, unit: full.unit },
    parts,
    card: (await reading.card?.(draft, texts)) ?? null,
    changes: media.changes,
  }
}
