import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Access, Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error, warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { connect, destinations, mentions } from './linkedin/account.ts'
import { KNOWN_VERSION, openApi, type Version } from './linkedin/api.ts'
import { edit, unpublish } from './linkedin/change.ts'
import { cardLink, optionsOf } from './linkedin/content.ts'
import { lookup, makeMarker, publish } from './linkedin/publish.ts'
import { readBack } from './linkedin/read-back.ts'
import { linkedinForm, type LinkedinSettings, linkedinSettings } from './linkedin/settings.ts'
import { createLinkedinSignIn } from './linkedin/sign-in.ts'
import { LINKEDIN } from './rules/linkedin.ts'

/** LinkedIn, a person's own profile or the pages they look after, by a developer app of their own. */
export const createLinkedin = (tools: ChannelTools): Channel => {
  const oauth = createLinkedinSignIn(tools)
  const version: Version = { current: KNOWN_VERSION }
  const open = (access: Access<LinkedinSettings>) => openApi(access, oauth, version, tools.clock)
  return defineChannel<LinkedinSettings>({
    rules: LINKEDIN,
    group: 'app',
    summary:
      'Posts on your LinkedIn profile or your pages by your own developer app. What a person posted cannot be read there: if an answer is lost, you are asked; of pages LinkedIn is.',
    guide: GUIDE,
    secret: { title: 'Client Secret', description: 'Of your own developer app: My apps > your app > Auth.' },
    reading: {
      ...readByRules(LINKEDIN),
      card: (draft) => Promise.resolve(cardLink(draft)),
    },
    judge,
    form: linkedinForm,
    settings: linkedinSettings,
    signIn: oauth.signIn,
    renew: oauth.renew,
    connect: (access) => connect(access, open(access), oauth, tools),
    destinations: (access) => destinations(access, open(access), tools),
    mentions: (access, typed) => mentions(access, typed, open(access), tools),
    plan: () => makeMarker(tools.clock.now()),
    publish: (work) => publish(work, open(work), tools),
    lookup: (work) => lookup(work, open(work), tools),
    readBack: (access, since) => readBack(access, since, open(access), tools),
    edit: (work, remote) => edit(work, remote, open(work), tools),
    unpublish: (work, remote) => unpublish(work, remote, open(work), tools),
  })
}

const GUIDE = [
  {
    text: 'Create an app. LinkedIn wants a page that it belongs to; a new, empty one will do.',
    url: 'https://www.linkedin.com/developers/apps/new',
  },
  {
    text: 'Under Products, add "Share on LinkedIn" and "Sign In with LinkedIn using OpenID Connect": both are given at once.',
    url: 'https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/share-on-linkedin',
  },
  {
    text: 'To post as pages, make another app with the product "Community Management API" alone, and ask LinkedIn for it.',
    url: 'https://learn.microsoft.com/linkedin/marketing/community-management/community-management-overview',
  },
  {
    text: 'Under Auth, add as an authorized redirect URL the address that Posthorn shows here, and copy the Client ID and the Client Secret.',
    url: 'https://www.linkedin.com/developers/apps',
  },
  { text: 'Sign in. LinkedIn wants that again every 60 days; Posthorn tells you before.', url: null },
]

const judge = (draft: Draft): Problem[] => {
  const { poll_options: poll, poll_question: question, poll_duration: duration } = optionsOf(draft)
  const because = (code: string, message: Sentence, next: Sentence) => error(code, message, next, 'options')
  if (!poll) {
    const idle = question !== undefined || duration !== undefined
    const message = 'There is no poll: what is said of one has no effect.'
    return idle ? [warning('option-unused', message, 'Give it choices, or take it out.', 'options')] : []
  }
  const problems: Problem[] = []
  if (draft.media.length > 0) {
    problems.push(because('poll-with-media', 'A post with a poll takes no files.', 'Leave out one of them.'))
  }
  if (question === undefined) {
    problems.push(
      because('poll-without-text', 'A poll on LinkedIn needs a question of its own.', 'Write what is asked.'),
    )
  }
  if (new Set(poll).size < poll.length) {
    problems.push(because('poll-repeats', 'Two choices of the poll are the same.', 'Change one of them.'))
  }
  return problems
}
