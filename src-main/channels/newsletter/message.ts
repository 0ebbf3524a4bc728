import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { domainToASCII } from 'node:url'
import { refuse } from '../../core/refusal.ts'
import type { Emphasis } from '../../core/rich-text.ts'
import type { Draft, DraftMedia } from '../channel.ts'
import { titleOf } from '../check/check-text.ts'
import { fitMedia, limitsOf, troubleOf } from '../check/fit-media.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { escapeHtml } from '../kit/escape-html.ts'
import { renderEmphasis } from '../kit/render-emphasis.ts'
import { GIF } from '../rules/network-rules.ts'
import { NEWSLETTER, newsletterOptions } from '../rules/newsletter.ts'
import { type Mailbox, readSender } from './recipients.ts'
import type { NewsletterSettings } from './settings.ts'

type Picture = { cid: string; file: string; alt: string; mime: string; bytes: Uint8Array }

/** A post as mail: all that is the same for every reader. */
export type Letter = { subject: string; text: string; html: string; pictures: readonly Picture[] }

/** Makes the mail of a post: its pictures fitted as its check said, its first line the subject where none is given. */
export const composeLetter = async (draft: Draft, settings: NewsletterSettings): Promise<Letter> => {
  const subject = oneLine(titleOf(NEWSLETTER, draft) ?? '')
  const pictures: Picture[] = []
  for (const [index, media] of draft.media.entries()) pictures.push(await pictureOf(media, index, draft.strict))
  const body = bodyOf(draft)
  const { paragraphs } = articleOf(NEWSLETTER, { ...draft, ...body, options: { subject: subject || '-' } })
  const preheader = oneLine(newsletterOptions.safeParse(draft.options).data?.preheader ?? '')
  const leave = settings.unsubscribeLine === true ? unsubscribeAddress((await readSender(settings)).address) : null
  const shown = [
    ...(preheader === ''
      ? []
      : [`<div style="display: none; max-height: 0; overflow: hidden">${escapeHtml(preheader)}</div>`]),
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    ...pictures.map(({ cid, alt }) => `<p><img src="cid:${cid}" alt="${escapeHtml(alt)}"></p>`),
    ...(leave === null ? [] : [`<p><small>${NO_MORE} <a href="${escapeHtml(leave)}">Unsubscribe</a>.</small></p>`]),
  ]
  return {
    subject,
    text: [
      plainOf(body),
      ...pictures.map(({ alt }) => (alt === '' ? '' : `[${alt}]`)),
      leave === null ? '' : `-- \n${NO_MORE} ${leave}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    html: `<!doctype html>
<html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title><style>img { max-width: 100%; height: auto; }</style></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
${shown.join('\n')}
</body></html>`,
    pictures,
  }
}
const NO_MORE = 'You no longer want these messages?'

type Body = Pick<Draft, 'text' | 'emphasis'>

/** The text, without the line that became the subject. */
const bodyOf = ({ text, emphasis, options }: Draft): Body => {
  const whole = text.toWellFormed()
  const told = options['subject']
  const isTold = typeof told === 'string' && told.trim() !== ''
  const { 0: line = '', index = 0 } = /\S[^\r\n]*/.exec(whole) ?? {}
  const rest = whole.slice(index + line.length)
  const from = isTold || rest.trim() === '' ? index : whole.length - rest.trimStart().length
  const end = whole.trimEnd().length
  const within = emphasis
    .filter((one) => one.start < end && one.end > from)
    .map((one): Emphasis => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, end) - from }))
  return { text: whole.slice(from, end), emphasis: within }
}

/** For programs that show no more than text: words that lead somewhere have the address behind them. */
const plainOf = ({ text, emphasis }: Body): string =>
  renderEmphasis(text, emphasis, {
    words: (words) => words,
    open: () => '',
    close: (one) => (one.kind === 'link' && text.slice(one.start, one.end) !== one.href ? ` (${one.href})` : ''),
  })

const unsubscribeAddress = (sender: string): string => `mailto:${encodeURI(sender)}?subject=unsubscribe`

const pictureOf = async (media: DraftMedia, index: number, strict: boolean): Promise<Picture> => {
  const { bytes, mime } = media.mime === GIF ? await movingPicture(media) : await stillPicture(media, strict)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  const file = `picture-${index + 1}.${mime.replace('image/', '').replace('jpeg', 'jpg')}`
  return { cid: `${index + 1}-${hash}@posthorn`, file, alt: oneLine(media.alt), mime, bytes }
}

const stillPicture = async (media: DraftMedia, strict: boolean) => {
  const fitted = await fitMedia(media, limitsOf(NEWSLETTER) ?? { mimes: [], maxBytes: 0 }, NEWSLETTER.name)
  const trouble = strict ? troubleOf(fitted) : null
  if (trouble) {
    refuse(trouble, `${media.name} breaks a limit of mail, and this post is strict.`, 'Attach one that fits.', {
      field: 'media',
    })
  }
  return fitted
}

const movingPicture = async ({ name, path }: DraftMedia) => {
  try {
    return { bytes: await readFile(path), mime: GIF }
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
    })
  }
}

export type Envelope = { sender: Mailbox; recipient: Mailbox; replyTo: Mailbox | null; messageId: string; date: Date }

/** The bytes of the message to one reader, who alone is named in it. */
export const messageFor = async (
  { subject, text, html, pictures }: Letter,
  { sender, recipient, replyTo, messageId, date }: Envelope,
  settings: NewsletterSettings,
): Promise<Buffer> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  return new MailComposer({
    from: sender,
    to: recipient,
    ...(replyTo && { replyTo }),
    subject,
    text,
    html,
    date,
    messageId: `<${messageId}>`,
    headers: {
      'List-ID': { prepared: true, value: listIdOf(settings.name ?? sender.name, sender.address) },
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeAddress(sender.address)}>` },
    },
    attachments: pictures.map(({ cid, file, mime, bytes }) => ({
      cid,
      filename: file,
      contentType: mime,
      contentDisposition: 'inline',
      content: Buffer.from(bytes),
    })),
    // What stands in a post is never the name of a file or a page to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** As RFC 2919 wants it, in ASCII and without line breaks: a name in quotes and an id under the sender's own domain. */
const listIdOf = (name: string, address: string): string => {
  const [local = '', domain = ''] = address.split('@')
  const id = `${local.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'news'}.newsletter.${domainToASCII(domain)}`
  const quoted = oneLine(name).replace(/["\\]/g, '')
  return quoted === '' || /[^\x20-\x7e]/.test(quoted) ? `<${id}>` : `"${quoted}" <${id}>`
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
