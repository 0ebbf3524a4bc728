import type { ChannelAllows, ChannelDescriptor, Fold } from '../../src-preload/contract/model/channel.ts'
import { altWords, editWords, lengthWords, scheduleWords, textWords, yesOrNo } from './allowance-words.ts'
import { formatNumber, formatSize, formatStretch, kindOf, plural } from './figure-words.ts'

export type Fact = { name: string; says: string }
export type FactGroup = { title: string; facts: readonly Fact[] }

/** All that is known of what a channel takes, in words, group by group. */
export const factsOf = (channel: ChannelDescriptor): FactGroup[] =>
  [
    { title: 'Text', facts: textFacts(channel) },
    { title: 'Images', facts: imageFacts(channel.allows) },
    { title: 'Video', facts: videoFacts(channel.allows) },
    { title: 'Documents', facts: documentFacts(channel.allows) },
    { title: 'Publishing', facts: publishingFacts(channel) },
  ].filter(({ facts }) => facts.length > 0)

const fact = (name: string, says: string | null): Fact[] => (says === null || says === '' ? [] : [{ name, says }])

/** Words about a figure, where there is one. */
const about = (figure: number | null, says: (figure: number) => string): string | null =>
  figure === null ? null : says(figure)

const upTo = (bytes: number): string => `Up to ${formatSize(bytes)}`

const textFacts = ({ allows, fold, can, emphasis }: ChannelDescriptor): Fact[] => {
  const { text, title, hashtags, mentions, never } = allows
  return [
    ...fact('Length', textWords(text)),
    ...fact('How it is counted', text.map(({ counted }) => counted).join(' ')),
    ...fact('Title', title && `${title.needed ? 'Needed' : 'If you like'}, up to ${plural(title.max, 'character')}`),
    ...fact('Shown at first', fold && foldWords(fold)),
    ...fact(
      'Rich text',
      emphasis.length === 0 ? 'No: words stay plain' : emphasis.map((kind) => KINDS[kind]).join(', '),
    ),
    ...fact(
      'Hashtags',
      about(hashtags, (most) => `At most ${most}`),
    ),
    ...fact(
      'Mentions',
      about(mentions, (most) => `At most ${most}`),
    ),
    ...fact('Names looked up as you write', yesOrNo(can.mentions)),
    ...fact('Never in a text', never),
  ]
}

const KINDS = { bold: 'bold', italic: 'italic', strike: 'struck out', code: 'code', link: 'linked words' } as const

export const foldWords = ({ characters, lines, about }: Fold): string => {
  const figures = [
    ...(lines === null ? [] : [`${lines} lines`]),
    ...(characters === null ? [] : [`${characters} characters`]),
  ]
  return `${about ? 'About ' : ''}${figures.join(' or ')}; the rest after a click`
}

const imageFacts = (allows: ChannelAllows): Fact[] => {
  const { images, alt } = allows
  if (images === null) return fact('Kinds', 'None')
  return [
    ...fact('Kinds', kindsOf(images.mimes)),
    ...fact('Size', about(images.maxBytes, upTo)),
    ...fact('Sides', sidesWords(images.sides)),
    ...fact('Shape', ratioWords(images.ratio)),
    ...fact('Moving', movingWords(images)),
    ...fact('Alt text', `${altWords(allows)}${alt?.held === true ? '; a longer one is refused' : ''}`),
    ...fact('What does not fit', 'Posthorn makes it fit before it is sent, unless the post is strict'),
  ]
}

const movingWords = ({ moving, movingBytes }: NonNullable<ChannelAllows['images']>): string =>
  moving
    ? `GIF moves${movingBytes === null ? '' : ` up to ${formatSize(movingBytes)}`}`
    : 'Only the first frame of a GIF'

const videoFacts = ({ videos, content }: ChannelAllows): Fact[] => {
  if (videos === null) return fact('Kinds', 'None')
  const spans = (content[0]?.takes ?? []).map(({ seconds }) => lengthWords(seconds))
  return [
    ...fact('Kinds', kindsOf(videos.mimes)),
    ...fact('Size', about(videos.maxBytes, upTo)),
    ...fact('Length', lengthWords(videos.seconds) || [...new Set(spans.filter((one) => one !== ''))].join(', ')),
    ...fact('Sides', sidesWords(videos.sides)),
    ...fact('Shape', ratioWords(videos.ratio)),
    ...fact(
      'Frames a second',
      about(videos.maxFrameRate, (rate) => `Up to ${rate}`),
    ),
  ]
}

const documentFacts = ({ documents }: ChannelAllows): Fact[] =>
  documents === null
    ? []
    : [...fact('Kinds', kindsOf(documents.mimes)), ...fact('Size', about(documents.maxBytes, upTo))]

const publishingFacts = (channel: ChannelDescriptor): Fact[] => {
  const { allows, can, rates } = channel
  return [
    ...fact('Threads', yesOrNo(can.thread)),
    ...fact(
      'Changing what is published',
      `${editWords(channel)}${allows.editMakesId ? '; it gets a new address' : ''}`,
    ),
    ...fact('Taking it down', yesOrNo(can.unpublish)),
    ...fact(
      'How often',
      rates.length === 0
        ? 'No figure is told'
        : rates.map(({ posts, seconds }) => `${plural(posts, 'post')} in ${formatStretch(seconds)}`).join(', '),
    ),
    ...fact('A schedule of its own', scheduleWords(allows.scheduleMinutes)),
    ...fact('Goes to', allows.destinations && `One ${allows.destinations} that you choose`),
    ...fact('Your own recent posts', can.readBack ? 'Can be read' : 'Cannot be read'),
    ...fact(
      'When an answer is lost',
      can.lookup ? 'Posthorn looks whether the post arrived' : 'Posthorn asks you whether the post arrived',
    ),
  ]
}

const kindsOf = (mimes: readonly string[]): string => mimes.map(kindOf).join(', ')

const sidesWords = ({ least, most }: { least: number | null; most: number | null }): string =>
  [
    ...(least === null ? [] : [`At least ${plural(least, 'pixel')}`]),
    ...(most === null ? [] : [`${least === null ? 'At' : 'at'} most ${plural(most, 'pixel')}`]),
  ].join(', ')

const ratioWords = ({ least, most }: { least: number | null; most: number | null }): string => {
  const share = (ratio: number): string => formatNumber(Math.round(ratio * 100) / 100)
  if (least === null || most === null) return ''
  return `${share(least)} to ${share(most)} times as wide as high`
}

/** What a post can be told there beside its words, by the names that the composer shows. */
export const optionsOf = ({ options }: ChannelDescriptor): Fact[] => {
  const properties = options?.['properties']
  if (typeof properties !== 'object' || properties === null) return []
  return Object.values(properties).flatMap((option: unknown) => {
    if (typeof option !== 'object' || option === null) return []
    const title: unknown = Reflect.get(option, 'title')
    const description: unknown = Reflect.get(option, 'description')
    return typeof title === 'string' ? [{ name: title, says: typeof description === 'string' ? description : '' }] : []
  })
}
