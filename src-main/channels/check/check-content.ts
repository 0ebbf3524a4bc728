import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Draft, DraftMedia } from '../channel.ts'
import type { Content, NetworkRules, PostType } from '../rules/network-rules.ts'
import { error, warning } from './problem.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { because } from '../../core/told.ts'

/** What a post is judged by: the type that it names, and of what that may hold the combination that is nearest. */
export type Chosen = { type: PostType | null; content: Content; problems: Problem[] }

const kindOf = (mime: string) =>
  mime.startsWith('video/') ? 'videos' : mime.startsWith('image/') ? 'images' : 'documents'

/** Finds the combination a draft is, or says why its network has none like it. Files of unknown kinds do not count. */
export const chooseContent = (rules: NetworkRules, draft: Draft): Chosen => {
  const named = draft.options['type']
  const type = isTypeOf(rules, named) ? named : null
  const offered = (type && rules.types[type]) ?? rules.content
  const fitting = offered.filter((content) => fits(content, draft))
  const found = fitting.find((content) => draft.media.every((one) => lasts(content, one))) ?? fitting[0]
  const content = found ?? offered[0]
  if (found) return { type, content, problems: [...shownProblems(rules, content, draft)] }
  const [code, why, what] = mismatch(rules, type, offered, draft)
  return { type, content, problems: [error(code, why, NEXT[code], code === 'empty-post' ? 'text' : 'media', what)] }
}

const NEXT = {
  'empty-post': 'Write something or attach a file.',
  'media-required': 'Attach what it needs, or leave it out for this account.',
  'too-many-media': 'Remove some of them.',
  'type-mismatch': 'Change what is attached, or the type of the post.',
} as const

const isTypeOf = (rules: NetworkRules, named: unknown): named is PostType =>
  typeof named === 'string' && Object.hasOwn(rules.types, named)

const tally = ({ media }: Draft) => {
  const count = (kind: ReturnType<typeof kindOf>) => media.filter(({ mime }) => kindOf(mime) === kind).length
  return { videos: count('videos'), images: count('images'), documents: count('documents'), all: media.length }
}

/** Whether a file runs as long as it may; true where that is not known. A hundredth is a matter of rounding. */
const lasts = ({ seconds: span }: Content, { mime, seconds }: DraftMedia): boolean =>
  !span || seconds === null || kindOf(mime) !== 'videos' || (seconds >= span[0] * 0.99 && seconds <= span[1] * 1.01)

const fits = (content: Content, draft: Draft): boolean => {
  const { videos, images, documents, all } = tally(draft)
  const blank = draft.text.trim() === ''
  return (
    all >= content.media[0] &&
    all <= content.media[1] &&
    images <= (content.images ?? 0) &&
    videos <= (content.videos ?? 0) &&
    documents <= (content.documents ?? 0) &&
    (content.mixed === true || videos === 0 || images === 0) &&
    !(blank && (content.words === 'needed' || all === 0)) &&
    (content.link !== true || /https?:\/\/\S/.test(draft.text))
  )
}

const shownProblems = ({ name }: NetworkRules, content: Content, draft: Draft): Problem[] => [
  ...(content.words === 'not-shown' && draft.text.trim() !== ''
    ? [
        warning(
          'text-not-shown',
          `${name} does not show the text of it.`,
          'Nothing to do if that is fine.',
          'text',
          because('text-not-shown', { network: name }),
        ),
      ]
    : []),
  ...draft.media.flatMap((one) => lengthProblems(name, content, one)),
]

const lengthProblems = (network: string, content: Content, media: DraftMedia): Problem[] => {
  const { seconds: span } = content
  if (!span || kindOf(media.mime) !== 'videos') return []
  const taken = `${network} takes videos of ${span[0]} to ${span[1]} seconds`
  if (media.seconds === null) {
    const unknown = `${taken}; how long ${media.name} is is not known.`
    const about = because('video-unmeasured', { network, least: span[0], most: span[1], file: media.name })
    return [warning('video-unmeasured', unknown, 'Make sure that it is.', 'media', about)]
  }
  if (lasts(content, media)) return []
  const [code, next] =
    media.seconds > span[1]
      ? ['video-too-long', 'Cut it shorter and attach it again; Posthorn trims no videos.']
      : ['video-too-short', 'Attach a longer one.']
  const seconds = Math.round(media.seconds * 10) / 10
  const about = because('video-length', {
    file: media.name,
    seconds,
    network,
    least: span[0],
    most: span[1],
    way: code === 'video-too-long' ? 'longer' : 'shorter',
  })
  return [error(code, `${media.name} runs ${seconds} seconds; ${taken}.`, next, 'media', about)]
}

const mismatch = (
  { name }: NetworkRules,
  type: PostType | null,
  offered: readonly Content[],
  draft: Draft,
): [code: keyof typeof NEXT, why: string, told: Told] => {
  const has = tally(draft)
  const wanted = offered.map(describe).join(', or ')
  if (has.all === 0 && draft.text.trim() === '' && offered.some(({ media }) => media[0] === 0)) {
    return ['empty-post', 'There is nothing to post yet.', because('nothing-to-post')]
  }
  if (has.all === 0 && offered.every(({ media }) => media[0] > 0)) {
    const about = because('media-required', { network: name, type: type ?? 'none' })
    return type
      ? ['media-required', `${article(type)} ${type} on ${name} needs ${wanted}.`, about]
      : ['media-required', `${name} requires media for all posts.`, about]
  }
  const subject = type ? `${article(type)} ${type} on ${name}` : name
  const most = Math.max(...offered.map(({ media }) => media[1]))
  const why = `${subject} takes ${wanted}; this has ${describeTally(has)}.`
  return most > 0 && has.all > most
    ? ['too-many-media', why, because('too-many-media', { network: name, most, count: has.all })]
    : ['type-mismatch', why, because('content-mismatch', { network: name, type: type ?? 'none', count: has.all })]
}

const article = (type: PostType) => (/^[AI]/.test(type) ? 'An' : 'A')

const describe = ({
  media: [least, most],
  images = 0,
  videos = 0,
  documents = 0,
  mixed,
  words,
  link,
}: Content): string => {
  if (most === 0) return link ? 'a text with a link, without files' : 'a text without files'
  const span = (max: number) => {
    const upper = Math.min(max, most)
    return least === upper ? String(upper) : least === 0 ? `at most ${upper}` : `${least} to ${upper}`
  }
  const plural = (max: number, what: string) => `${span(max)} ${what}${Math.min(max, most) === 1 ? '' : 's'}`
  const both = images > 0 && videos > 0
  const files = !both
    ? images > 0
      ? plural(images, 'image')
      : videos > 0
        ? plural(videos, 'video')
        : plural(documents, 'document')
    : mixed
      ? `${plural(most, 'image')} and videos`
      : `${plural(images, 'image')} or ${plural(videos, 'video')}`
  return words === 'needed' ? `${files} with a text` : files
}

const describeTally = ({ images, videos, documents, all }: ReturnType<typeof tally>): string => {
  const parts = [
    ...(images > 0 ? [`${images} image${images === 1 ? '' : 's'}`] : []),
    ...(videos > 0 ? [`${videos} video${videos === 1 ? '' : 's'}`] : []),
    ...(documents > 0 ? [`${documents} document${documents === 1 ? '' : 's'}`] : []),
  ]
  return all === 0 ? 'a text without a link' : parts.join(' and ')
}
