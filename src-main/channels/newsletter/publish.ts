import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { ChannelTools, Outcome, Work } from '../channel.ts'
import { newsletterOptions } from '../rules/newsletter.ts'
import { type Delivery, isSignInRefused, outcomeOf, outcomeOfError, reservationOf } from './failures.ts'
import { openMailDesk } from './mail-desk.ts'
import { MailTrouble } from './mail-line.ts'
import { editionOf, messageKey } from './marker.ts'
import { composeLetter, messageFor } from './message.ts'
import { type Mailbox, readRecipients, readReplyTo, readSender } from './recipients.ts'
import type { NewsletterSettings } from './settings.ts'

/** How long one attempt goes on before it leaves the rest to the next, in milliseconds: the last answer must have time. */
const RUN = 80_000
/** How long a reader's server may ask for later, in milliseconds: then it counts as refused. */
const PATIENCE = 24 * 3_600_000
/** Connections that may end over messages in one attempt: more of it is no accident. */
const MAX_LOST = 3

/**
 * Sends to each reader who does not have it yet. Each that the server took is on disk before the next is sent; one whose
 * answer was lost is passed over, and told at the end: there is no way to ask, so nobody but the person can decide.
 */
export const publish = async (work: Work<NewsletterSettings>, tools: ChannelTools): Promise<Outcome> => {
  try {
    return await sendAll(work, tools)
  } catch (error) {
    return outcomeOfError(error, work.settings, tools)
  }
}

type Reader = { box: Mailbox; key: string }

const sendAll = async (work: Work<NewsletterSettings>, tools: ChannelTools): Promise<Outcome> => {
  const { settings, itemId } = work
  const edition = editionOf(work.marker)
  const sender = await readSender(settings)
  const onlyMe = newsletterOptions.safeParse(work.draft.options).data?.only_me === true
  const readers = (onlyMe ? [sender] : await readRecipients(settings)).map((box): Reader => ({
    box,
    key: messageKey(edition, itemId, box.address),
  }))
  const [letter, replyTo] = [await composeLetter(work.draft, settings), await readReplyTo(settings)]
  const desk = openMailDesk(settings, settings.user ?? sender.address, work.secret ?? '', work.signal)
  const standing = [...work.parts]
  const run = createRun(tools.clock.now() - edition.since < PATIENCE)
  const until = tools.clock.now() + RUN
  const has = ({ key }: Reader) => standing.some(({ id }) => id.startsWith(key))
  const isOver = () => work.signal.aborted || tools.clock.now() >= until || run.lost.length >= MAX_LOST
  try {
    // The key alone counts: the sender may have another domain by now.
    for (const { box, key } of readers.filter((reader) => !has(reader))) {
      if (isOver()) run.stopped = 'pause'
      if (run.stopped) break
      const part = { id: `${key}@${domainOf(sender)}`, url: null }
      const about = { sender, recipient: box, replyTo, messageId: part.id, date: new Date(work.at) }
      const message = await messageFor(letter, about, settings)
      const trouble = await desk.handOver(sender.address, box.address, message).catch(troubleOf)
      if (trouble) run.note(box, trouble)
      else if (await isKept(work, part)) standing.push(part)
      // It went, and there is no record of it.
      else run.lost.push(called(box))
      // All messages are of nearly the same size.
      work.onProgress(message.length * readers.filter(has).length, message.length * readers.length)
    }
  } finally {
    desk.close()
  }
  return endOf({ ...run, all: readers.length, sent: readers.filter(has).length }, standing, settings, tools)
}

/** What goes wrong on the way, and whom it concerns. `patient`: who asks for later gets it later. */
const createRun = (patient: boolean) => ({
  lost: [] as string[],
  refused: [] as string[],
  later: [] as string[],
  stopped: null as Delivery['stopped'],
  note(box: Mailbox, trouble: MailTrouble): void {
    const told = `${called(box)} (${trouble.message.slice(0, 120)})`
    if (trouble.lost) this.lost.push(called(box))
    else if (!isAboutReader(trouble)) this.stopped = trouble
    else if (patient && trouble.answer !== null && trouble.answer < 500) this.later.push(told)
    else this.refused.push(told)
  },
})

/** A reader as the list names them. */
const called = ({ name, address }: Mailbox): string => (name === '' ? address : `${name} <${address}>`)

const troubleOf = (error: unknown): MailTrouble =>
  error instanceof MailTrouble ? error : new MailTrouble('message', error)

const isKept = async (work: Work<NewsletterSettings>, part: Remote['parts'][number]): Promise<boolean> => {
  try {
    await work.onPart(part)
    return true
  } catch {
    return false
  }
}

const endOf = (
  delivery: Delivery,
  standing: Remote['parts'],
  settings: NewsletterSettings,
  tools: ChannelTools,
): Outcome => {
  const open = outcomeOf(delivery, settings, tools)
  if (open) return open
  const reservation = reservationOf(delivery)
  return { kind: 'published', remote: remoteOf(standing), ...(reservation && { reservation }) }
}

const domainOf = ({ address }: Mailbox): string => address.split('@')[1] ?? ''

/** Whether only this reader is concerned; else the next would get the same answer. */
const isAboutReader = (trouble: MailTrouble): boolean =>
  trouble.step === 'recipient' && trouble.answer !== 421 && !isSignInRefused(trouble)

const remoteOf = (standing: Remote['parts']): Remote => ({
  id: standing[0]?.id ?? '',
  url: null,
  parts: standing.length > 1 ? standing : [],
})
