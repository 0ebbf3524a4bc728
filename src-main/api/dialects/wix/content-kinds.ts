/** What one channel takes under one type: the name of the content object, and where its words stand in it. */
export type ContentKind = {
  channel: string
  type: string
  key: string
  /** The field of the text; null: it has none. */
  text: 'caption' | 'description' | null
}

/** What Wix calls a channel otherwise than Posthorn in capitals. */
const NAMES: Readonly<Record<string, string>> = { x: 'TWITTER', 'google-business': 'GBP' }

const kind = (channel: string, type: string, key: string, text: ContentKind['text']): ContentKind => ({
  channel,
  type,
  key,
  text,
})

/** Wix's own table of types and content. */
const KINDS: readonly ContentKind[] = [
  kind('instagram', 'POST', 'instagramPost', 'caption'),
  kind('instagram', 'STORY', 'instagramStory', null),
  kind('facebook', 'POST', 'facebookPost', 'caption'),
  kind('facebook', 'REEL', 'facebookReel', 'description'),
  kind('facebook', 'STORY', 'facebookStory', null),
  kind('youtube', 'VIDEO', 'youtubeVideo', 'description'),
  kind('youtube', 'SHORT', 'youtubeShort', 'description'),
  kind('linkedin', 'POST', 'linkedinPost', 'caption'),
  kind('x', 'POST', 'twitterPost', 'caption'),
  kind('pinterest', 'POST', 'pinterestPost', 'description'),
  kind('google-business', 'POST', 'gbpPost', 'description'),
  kind('tiktok', 'POST', 'tiktokPhoto', 'description'),
  kind('tiktok', 'VIDEO', 'tiktokVideo', 'description'),
]

/** The name on the wire: `INSTAGRAM`, `TWITTER`; of a channel Wix does not have, its key in capitals. */
export const channelName = (channel: string): string => NAMES[channel] ?? channel.toUpperCase().replaceAll('-', '_')

/** The key of the channel that has this name. */
export const channelOf = (name: string): string =>
  Object.keys(NAMES).find((channel) => NAMES[channel] === name) ?? name.toLowerCase().replaceAll('_', '-')

/** Whether Wix has the channel, and with it types that the channel is told. */
export const isWixChannel = (channel: string): boolean => KINDS.some((one) => one.channel === channel)

/** What a channel takes; one that Wix does not have takes posts with a caption. */
export const kindsOf = (channel: string): readonly ContentKind[] => {
  const kinds = KINDS.filter((one) => one.channel === channel)
  return kinds.length > 0 ? kinds : [kind(channel, 'POST', `${camel(channel)}Post`, 'caption')]
}

/** Of a type a channel does not have, as another way may have set it, its first. */
export const kindOf = (channel: string, type: unknown): ContentKind => {
  const kinds = kindsOf(channel)
  const [first = kind(channel, 'POST', `${camel(channel)}Post`, 'caption')] = kinds
  return kinds.find((one) => one.type === type) ?? first
}

/** The page, board or location within an account: what it is called in the content, in the account, in its settings. */
export const PLACES: Readonly<Record<string, { content: string; account: string; setting: string }>> = {
  facebook: { content: 'pageId', account: 'page', setting: 'defaultPageId' },
  pinterest: { content: 'boardId', account: 'board', setting: 'defaultBoardId' },
  'google-business': { content: 'locationId', account: 'location', setting: 'defaultLocationId' },
}

/** Fields that repeat the account's own id. */
export const ACCOUNT_FIELDS = ['authorId', 'channelId'] as const

const camel = (key: string): string => key.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
