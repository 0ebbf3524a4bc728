import { readFile, stat } from 'node:fs/promises'
import { refuse } from '../../core/refusal.ts'
import type { NewsletterSettings } from './settings.ts'

export type Mailbox = { name: string; address: string }

const MAX_RECIPIENTS = 5000
const MAX_FILE = 2_000_000
/** What can stand in an envelope: nothing that could end it and begin something else. */
const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u

/** The readers, each once, in the order of the list. Refuses a list that cannot be read, naming the line. */
export const readRecipients = async (settings: NewsletterSettings): Promise<Mailbox[]> => {
  const { default: parse } = await import('nodemailer/lib/addressparser')
  const sources = [
    { field: 'settings.recipients', text: settings.recipients ?? '' },
    { field: 'settings.recipientsFile', text: await readList(settings.recipientsFile) },
  ]
  const found = new Map<string, Mailbox>()
  for (const { field, text } of sources) {
    for (const [index, line] of text
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .entries()) {
      if (line.trim() === '' || line.trim().startsWith('#')) continue
      const boxes = parse(line, { flatten: true })
      if (boxes.length === 0 || !boxes.every(({ address }) => ADDRESS.test(address))) notRead(field, index + 1, line)
      for (const { name, address } of boxes) {
        const key = address.toLowerCase()
        if (!found.has(key)) found.set(key, { name: plain(name), address })
      }
    }
  }
  if (found.size === 0) {
    refuse('invalid-input', 'The newsletter has no readers.', 'Add at least one address.', {
      field: 'settings.recipients',
    })
  }
  if (found.size > MAX_RECIPIENTS) {
    refuse(
      'invalid-input',
      `The list has ${found.size} readers; Posthorn sends to at most ${MAX_RECIPIENTS}.`,
      'Use a mail service for a list of this size.',
      { field: 'settings.recipients' },
    )
  }
  return [...found.values()]
}

/** The address that it comes from. */
export const readSender = ({ sender }: NewsletterSettings): Promise<Mailbox> => readOne(sender, 'sender', 'The sender')

/** The address that answers go to; null: the sender's. */
export const readReplyTo = async ({ replyTo }: NewsletterSettings): Promise<Mailbox | null> =>
  replyTo === undefined ? null : readOne(replyTo, 'replyTo', 'What answers go to')

const readOne = async (typed: string, field: string, what: string): Promise<Mailbox> => {
  const { default: parse } = await import('nodemailer/lib/addressparser')
  const [box, ...more] = parse(typed, { flatten: true })
  if (box && more.length === 0 && ADDRESS.test(box.address)) return { name: plain(box.name), address: box.address }
  return refuse('invalid-input', `${what} is not one address.`, 'Use one such as Alice Example <alice@example.com>.', {
    field: `settings.${field}`,
  })
}

const readList = async (path: string | undefined): Promise<string> => {
  if (path === undefined) return ''
  const about = { field: 'settings.recipientsFile' }
  try {
    const { size } = await stat(path)
    if (size <= MAX_FILE) return await readFile(path, 'utf8')
  } catch (error) {
    refuse('invalid-input', `The list of readers ${path} cannot be read.`, 'Put it back, or choose another file.', {
      ...about,
      detail: String(error),
    })
  }
  return refuse('invalid-input', `The list of readers ${path} is too large.`, 'Choose a list of addresses.', about)
}

const notRead = (field: string, line: number, text: string): never =>
  refuse(
    'invalid-input',
    `Line ${line} of the list is no address: ${text.slice(0, 80)}`,
    'Write it as Bob Example <bob@example.com>.',
    { field },
  )

/** A name without what could break out of a header. */
const plain = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200)
