import type { ChannelAllows, ChannelDescriptor, Fold } from '../../src-preload/contract/model/channel.ts'
import { altWords, editWords, lengthWords, scheduleWords, textWords, yesOrNo } from './allowance-words.ts'
import { say, sayList, sayNumber } from '../words/say.ts'
import { formatStretch, kindOf } from './figure-words.ts'
import { formatSize } from '../words/size.ts'

export type Fact = { name: string; says: string }
export type FactGroup = { title: string; facts: readonly Fact[] }

/** All that is known of what a channel takes, in words, group by group. */
export const factsOf = (channel: ChannelDescriptor): FactGroup[] =>
  [
    { title: say('channels.column-text'), facts: textFacts(channel) },
    { title: say('channels.column-images'), facts: imageFacts(channel.allows) },
    { title: say('channels.column-video'), facts: videoFacts(channel.allows) },
    { title: say('channels.documents'), facts: documentFacts(channel.allows) },
    { title: say('channels.publishing'), facts: publishingFacts(channel) },
  ].filter(({ facts }) => facts.length > 0)

const fact = (name: string, says: string | null): Fact[] => (says === null || says === '' ? [] : [{ name, says }])

/** Words about a figure, where there is one. */
const about = (figure: number | null, says: (figure: number) => string): string | null =>
  figure === null ? null : says(figure)

const upTo = (bytes: number): string => say('channels.up-to', { what: formatSize(bytes) })

const atMost = (count: number): string => say('channels.at-most', { count })

const textFacts = ({ allows, fold, can, emphasis }: ChannelDescriptor): Fact[] => {
  const { text, title, hashtags, mentions, never } = allows
  return [
    ...fact(say('channels.length'), textWords(text)),
    ...fact(say('channels.counted'), text.map(({ counted }) => counted).join(' ')),
    ...fact(
      say('channels.heading'),
      title &&
        say('channels.heading-says', {
          words: say(title.needed ? 'channels.words-needed' : 'channels.words-optional'),
          length: say('channels.characters', { count: title.max }),
        }),
    ),
    ...fact(say('channels.folded'), fold && foldWords(fold)),
    ...fact(
      say('channels.rich-text'),
      emphasis.length === 0 ? say('channels.plain') : emphasis.map((kind) => say(`channels.kind-${kind}`)).join(', '),
    ),
    ...fact(say('channels.hashtags'), about(hashtags, atMost)),
    ...fact(say('channels.mentions'), about(mentions, atMost)),
    ...fact(say('channels.names'), yesOrNo(can.mentions)),
    ...fact(say('channels.never'), never),
  ]
}

export const foldWords = ({ characters, lines, about }: Fold): string => {
  const figures = [
    ...(lines === null ? [] : [say('channels.lines', { count: lines })]),
    ...(characters === null ? [] : [say('channels.characters', { count: characters })]),
  ]
  return say(about ? 'channels.fold-rest-about' : 'channels.fold-rest', { figures: sayList(figures, 'disjunction') })
}

const imageFacts = (allows: ChannelAllows): Fact[] => {
  const { images, alt } = allows
  if (images === null) return fact(say('channels.kinds'), say('channels.none'))
  return [
    ...fact(say('channels.kinds'), kindsOf(images.mimes)),
    ...fact(say('channels.size'), about(images.maxBytes, upTo)),
    ...fact(say('channels.sides'), sidesWords(images.sides)),
    ...fact(say('channels.shape'), ratioWords(images.ratio)),
    ...fact(say('channels.moving'), movingWords(images)),
    ...fact(
      say('channels.column-alt'),
      alt?.held === true ? say('channels.alt-held', { words: altWords(allows) }) : altWords(allows),
    ),
    ...fact(say('channels.not-fitting'), say('channels.not-fitting-says')),
  ]
}

const movingWords = ({ moving, movingBytes }: NonNullable<ChannelAllows['images']>): string =>
  moving
    ? movingBytes === null
      ? say('channels.gif')
      : say('channels.gif-up-to', { size: formatSize(movingBytes) })
    : say('channels.gif-still')

const videoFacts = ({ videos, content }: ChannelAllows): Fact[] => {
  if (videos === null) return fact(say('channels.kinds'), say('channels.none'))
  const spans = (content[0]?.takes ?? []).map(({ seconds }) => lengthWords(seconds))
  return [
    ...fact(say('channels.kinds'), kindsOf(videos.mimes)),
    ...fact(say('channels.size'), about(videos.maxBytes, upTo)),
    ...fact(
      say('channels.length'),
      lengthWords(videos.seconds) || [...new Set(spans.filter((one) => one !== ''))].join(', '),
    ),
    ...fact(say('channels.sides'), sidesWords(videos.sides)),
    ...fact(say('channels.shape'), ratioWords(videos.ratio)),
    ...fact(
      say('channels.frames'),
      about(videos.maxFrameRate, (rate) => say('channels.up-to', { what: sayNumber(rate) })),
    ),
  ]
}

const documentFacts = ({ documents }: ChannelAllows): Fact[] =>
  documents === null
    ? []
    : [
        ...fact(say('channels.kinds'), kindsOf(documents.mimes)),
        ...fact(say('channels.size'), about(documents.maxBytes, upTo)),
      ]

const publishingFacts = (channel: ChannelDescriptor): Fact[] => {
  const { allows, can, rates } = channel
  return [
    ...fact(say('channels.column-threads'), yesOrNo(can.thread)),
    ...fact(
      say('channels.changing'),
      allows.editMakesId ? say('channels.changing-id', { words: editWords(channel) }) : editWords(channel),
    ),
    ...fact(say('channels.taking-down'), yesOrNo(can.unpublish)),
    ...fact(
      say('channels.how-often'),
      rates.length === 0
        ? say('channels.no-figure')
        : rates
            .map(({ posts, seconds }) =>
              say('channels.rate', { posts: say('channels.posts', { count: posts }), span: formatStretch(seconds) }),
            )
            .join(', '),
    ),
    ...fact(say('channels.own-schedule'), scheduleWords(allows.scheduleMinutes)),
    ...fact(
      say('channels.goes-to'),
      allows.destinations && say('channels.goes-to-says', { destination: allows.destinations }),
    ),
    ...fact(say('channels.recent'), can.readBack ? say('channels.recent-yes') : say('channels.recent-no')),
    ...fact(say('channels.lost'), can.lookup ? say('channels.lost-looks') : say('channels.lost-asks')),
  ]
}

const kindsOf = (mimes: readonly string[]): string => mimes.map(kindOf).join(', ')

const pixels = (count: number): string => say('channels.pixels', { count })

const sidesWords = ({ least, most }: { least: number | null; most: number | null }): string => {
  if (least === null) return most === null ? '' : say('channels.sides-most', { most: pixels(most) })
  if (most === null) return say('channels.sides-least', { least: pixels(least) })
  return say('channels.sides-both', { least: pixels(least), most: pixels(most) })
}

const ratioWords = ({ least, most }: { least: number | null; most: number | null }): string => {
  const share = (ratio: number): string => sayNumber(ratio, { maximumFractionDigits: 2 })
  if (least === null || most === null) return ''
  return say('channels.ratio', { least: share(least), most: share(most) })
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
