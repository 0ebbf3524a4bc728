import type { Access, Channel, ChannelTools, Connected } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { isSignInRefused, outcomeOfError, wrongCredentials } from './newsletter/failures.ts'
import { MailTrouble, openMailLine } from './newsletter/mail-line.ts'
import { makeMarker } from './newsletter/marker.ts'
import { publish } from './newsletter/publish.ts'
import { readRecipients, readReplyTo, readSender } from './newsletter/recipients.ts'
import { type NewsletterSettings, newsletterSettings } from './newsletter/settings.ts'
import { failed } from '../core/refusal.ts'
import { NEWSLETTER } from './rules/newsletter.ts'

/** A newsletter: a message to each one of a list that the person keeps, through the person's own mail server. */
export const createNewsletter = (tools: ChannelTools): Channel =>
  defineChannel<NewsletterSettings>({
    rules: NEWSLETTER,
    group: 'own',
    summary: 'Mail to a list of readers that you keep, through your own mail server.',
    secret: {
      title: 'Password',
      description: 'For the mail server. Many providers have app passwords for mail programs in their settings.',
    },
    reading: readByRules(NEWSLETTER),
    form: newsletterSettings,
    settings: newsletterSettings,
    connect: (access) => connect(access, tools),
    plan: () => makeMarker(tools.clock, tools.random),
    publish: (work) => publish(work, tools),
  })

const connect = async (
  { settings, secret, signal }: Access<NewsletterSettings>,
  tools: ChannelTools,
): Promise<Connected<NewsletterSettings>> => {
  try {
    const sender = await readSender(settings)
    await readRecipients(settings)
    await readReplyTo(settings)
    const line = await openMailLine(settings, settings.user ?? sender.address, secret ?? '', signal)
    line.close()
    return { kind: 'valid', identity: sender.address, settings }
  } catch (error) {
    if (error instanceof MailTrouble && isSignInRefused(error)) {
      return { kind: 'refused', failure: wrongCredentials(settings, error) }
    }
    const outcome = outcomeOfError(error, settings, tools)
    if (outcome.kind === 'rejected') return { kind: 'refused', failure: outcome.failure }
    const failure =
      outcome.kind === 'published'
        ? failed('unreachable', `${settings.host} could not be asked.`, 'Try again in a moment.')
        : { ...outcome.failure, next: 'Check the address, port and encryption of the mail server, then try again.' }
    return { kind: 'unreachable', failure }
  }
}
