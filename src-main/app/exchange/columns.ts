import type { ImportField, ImportSource } from '../../../src-preload/contract/model/exchange.ts'

/** Names of columns, letters alone: what tables of posts, and those of other programs, call them. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  text: [
    'text',
    'message',
    'content',
    'caption',
    'post',
    'posttext',
    'body',
    'status',
    'nachricht',
    'inhalt',
    'beitrag',
  ],
  title: ['title', 'headline', 'subject', 'titel', 'überschrift'],
  link: ['link', 'links', 'url', 'urls', 'ogmetaurl', 'linkurl', 'adresse'],
  when: [
    'when',
    'postingtime',
    'postdate',
    'posttime',
    'postat',
    'postingdate',
    'sendat',
    'sendingtime',
    'scheduledat',
    'scheduledfor',
    'scheduledtime',
    'scheduledate',
    'scheduleddate',
    'postatspecifictime',
    'publishat',
    'publishdate',
    'publishtime',
    'publishingtime',
    'publishedat',
    'datetime',
    'datumundzeit',
    'datumunduhrzeit',
    'zeitpunkt',
    'termin',
    'sendezeit',
    'sendenam',
    'veröffentlichenam',
    'veröffentlichungszeit',
    'veröffentlichungsdatum',
  ],
  date: ['date', 'day', 'datum', 'tag'],
  time: ['time', 'hour', 'uhrzeit', 'zeit'],
  zone: ['zone', 'timezone', 'tz', 'zeitzone'],
  accounts: [
    'account',
    'accounts',
    'channel',
    'channels',
    'profile',
    'profiles',
    'platform',
    'platforms',
    'network',
    'networks',
    'socialnetwork',
    'accountid',
    'konto',
    'konten',
    'kanal',
    'kanäle',
  ],
  tags: ['tags', 'label', 'labels', 'categories', 'category', 'keywords', 'schlagworte', 'schlagwörter', 'kategorie'],
  media: [
    'media',
    'mediaurl',
    'mediaurls',
    'image',
    'images',
    'imageurl',
    'imageurls',
    'picture',
    'pictures',
    'photo',
    'photos',
    'video',
    'videos',
    'videourl',
    'videourls',
    'gifurl',
    'bild',
    'bilder',
    'medien',
  ],
  alt: ['alt', 'alttext', 'alttexts', 'imagealt', 'imagealttext', 'alternativtext', 'bildbeschreibung'],
  state: ['state', 'poststatus', 'zustand', 'stand'],
}

const FIELDS = Object.entries(NAMES) as [ImportField, readonly string[]][]

const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** What a column of this name seems to hold. */
export const fieldOf = (name: string): ImportField | null =>
  FIELDS.find(([, names]) => names.includes(bare(name)))?.[0] ?? null

type Maker = NonNullable<ImportSource['maker']>

/*
 * The forms in which other programs take and give tables of posts, as they document them:
 * - Buffer, bulk upload: the columns Text, Image URL, Tags, Posting Time (help centre, "Bulk upload").
 * - Publer, CSV template: Date, Text (once Message), Link(s), Media URL(s), Title, Label(s), Alt text(s), Comment(s) and
 *   more (https://publer.com/help/en/article/how-to-use-a-csv-file-18qhxcq).
 * - Hootsuite, bulk composer: no heading line; date and time, message, and a link or nothing.
 */
const FORMS: readonly { maker: Maker; columns: readonly (readonly string[])[] }[] = [
  { maker: 'buffer', columns: [['text'], ['imageurl'], ['tags'], ['postingtime']] },
  {
    maker: 'publer',
    columns: [
      ['date'],
      ['text', 'message'],
      ['links', 'link'],
      ['mediaurls', 'mediaurl', 'media'],
      ['labels', 'label'],
    ],
  },
]

/** Whose table it is, by the names of its columns. */
export const makerOf = (names: readonly string[]): Maker | null => {
  const known = new Set(names.map(bare))
  return FORMS.find(({ columns }) => columns.every((one) => one.some((name) => known.has(name))))?.maker ?? null
}

const NAMES_A_DAY = /(date|datum)$/
const NAMES_A_TIME = /^(?!.*dat(e|um)).*(time|zeit)$/

/** The day or the time of day that a column may be a part of; null: it is neither. */
const partOf = (name: string): 'date' | 'time' | null => {
  const field = fieldOf(name)
  if (field === 'date' || field === 'time') return field
  if (field !== 'when') return null
  return NAMES_A_DAY.test(bare(name)) ? 'date' : NAMES_A_TIME.test(bare(name)) ? 'time' : null
}

/** Each by its name, and by those beside it: `Post date` with `Post time` is a day, alone it is the whole time. */
const fieldsAmong = (names: readonly string[]): (ImportField | null)[] => {
  const parts = names.map(partOf)
  const isApart = parts.includes('date') && parts.includes('time')
  return names.map((name, column) => (isApart ? parts[column] : null) ?? fieldOf(name))
}

/**
 * What each column seems to hold. Where both a day and a time of day are there they stay apart; a date alone is a time.
 * No field is given twice, but for those that can be joined.
 */
export const guessFields = (names: readonly string[]): (ImportField | null)[] => {
  const taken = new Set<ImportField>()
  const fields = fieldsAmong(names).map((field) => {
    if (field === null || (taken.has(field) && !JOINED.has(field))) return null
    taken.add(field)
    return field
  })
  if (taken.has('time')) return fields
  return fields.map((field) => (field === 'date' && !taken.has('when') ? 'when' : field))
}

const JOINED: ReadonlySet<ImportField> = new Set(['tags', 'media', 'accounts'])
