import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error, warning } from './check/problem.ts'
import { connect, destinations, readBack } from './google-business/account.ts'
import { edit, lookup, publish, unpublish } from './google-business/publish.ts'
import { type GoogleBusinessSettings, googleBusinessSettings } from './google-business/settings.ts'
import { GOOGLE_SECRET, googleForm, googleGuide, googleProvider } from './google/sign-in.ts'
import { defineChannel } from './kit/define-channel.ts'
import { createOAuth } from './kit/oauth/create-oauth.ts'
import { GOOGLE_BUSINESS, googleBusinessOptions } from './rules/google-business.ts'

const SCOPES = [
  {
    name: 'https://www.googleapis.com/auth/business.manage',
    why: 'to list your locations, and post, edit and delete there',
  },
]

/** Posts on the business profiles of a Google account, by the person's own project at Google. */
export const createGoogleBusiness = (tools: ChannelTools): Channel => {
  const oauth = createOAuth<GoogleBusinessSettings>(googleProvider('Google Business', SCOPES), 'any', tools)
  return defineChannel<GoogleBusinessSettings>({
    rules: GOOGLE_BUSINESS,
    group: 'app',
    summary: 'Posts news, events and offers to your business profiles through a Google project of your own.',
    guide: [
      ...googleGuide('mybusiness.googleapis.com', 'Google My Business API', 'business.manage'),
      {
        text: 'Enable the My Business Account Management API and the My Business Business Information API as well.',
        url: 'https://console.cloud.google.com/apis/library?q=my%20business',
      },
      {
        text: 'Ask for access to the APIs with the number of the project. Until Google approves it, nothing can be asked.',
        url: 'https://support.google.com/business/contact/api_default',
      },
    ],
    secret: GOOGLE_SECRET,
    reading: readByRules(GOOGLE_BUSINESS),
    judge,
    form: googleForm,
    settings: googleBusinessSettings,
    signIn: oauth.signIn,
    renew: oauth.renew,
    connect: (access) => connect(access, tools, oauth),
    // When the first attempt was made at the earliest.
    plan: () => String(tools.clock.now()),
    publish: (work) => publish(work, tools, oauth),
    lookup: (work) => lookup(work, tools, oauth),
    edit: (work, remote) => edit(work, remote, tools, oauth),
    unpublish: (work, remote) => unpublish(work, remote, tools, oauth),
    readBack: (access, since) => readBack(access, since, tools, oauth),
    destinations: (access) => destinations(access, tools, oauth),
  })
}

/** Bytes of a photo that Google thinks too few. */
const LEAST_PHOTO = 10_240

const judge = ({ media, options }: Draft): Problem[] => {
  const { event, offer, call_to_action: button } = googleBusinessOptions.safeParse(options).data ?? {}
  const problems: [wrong: boolean, message: Sentence, next: Sentence][] = [
    [offer !== undefined && event === undefined, 'An offer needs a title and dates.', 'Give them under Event.'],
    [
      event !== undefined && `${event.end} ${event.end_time ?? '24'}` < `${event.start} ${event.start_time ?? '00'}`,
      'The event ends before it begins.',
      'Correct its dates.',
    ],
    [
      button !== undefined && button.action_type !== 'CALL' && button.url === undefined,
      'The button leads nowhere.',
      'Give it an address, or let it call.',
    ],
  ]
  return [
    ...problems
      .filter(([wrong]) => wrong)
      .map(([, message, next]) => error('option-invalid', message, next, 'options')),
    ...(offer && button
      ? [warning('option-unused', 'An offer has a button of its own.', 'Nothing to do if that is fine.', 'options')]
      : []),
    ...media
      .filter(({ size }) => size < LEAST_PHOTO)
      .map(({ name }) =>
        warning(
          'media-small',
          `Google wants photos of at least 10 kB; ${name} has less.`,
          'Attach a larger one.',
          'media',
        ),
      ),
  ]
}
