import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error, warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { findLinks } from './kit/find-links.ts'
import { MOST_LINKS, THREADS } from './rules/threads.ts'
import { unpublish } from './threads/change.ts'
import { connect } from './threads/profile.ts'
import { lookup, publish } from './threads/publish.ts'
import { readBack } from './threads/read-back.ts'
import { type Desk, SCOPES, threadsForm, type ThreadsSettings, threadsSettings } from './threads/settings.ts'
import { threadsSignIn } from './threads/sign-in.ts'

/** Threads, by the person's own app at Meta. It has no way to change a text. */
export const createThreads = (tools: ChannelTools): Channel => {
  const desk: Desk = { tools, oauth: threadsSignIn(tools) }
  return defineChannel<ThreadsSettings>({
    rules: THREADS,
    group: 'app',
    summary: 'Posts, threads, carousels and polls on Threads, by your own app at Meta. Files need a media relay.',
    guide: GUIDE,
    secret: {
      title: 'Threads app secret',
      description: 'Of the same app, beside its ID; or a token from the User token generator of the app, instead.',
    },
    reading: readByRules(THREADS),
    judge,
    form: threadsForm,
    settings: threadsSettings,
    connect: (access) => connect(access, desk),
    signIn: desk.oauth.signIn,
    renew: desk.oauth.renew,
    plan: () => null,
    publish: (work) => publish(work, desk),
    lookup: (work) => lookup(work, desk),
    unpublish: (work, remote) => unpublish(work, remote, desk),
    readBack: (access, since) => readBack(access, since, desk),
  })
}

const GUIDE = [
  {
    text: 'Sign in at Meta for Developers, choose Create app, and choose the use case “Access the Threads API”.',
    url: 'https://developers.facebook.com/apps/creation/',
  },
  { text: `In the use case, under Permissions, add ${SCOPES.map(({ name }) => name).join(', ')}.`, url: null },
  {
    text: 'Under App roles > Roles, add your own Threads account as a Threads tester, and accept the invitation in Threads under Settings > Account > Website permissions.',
    url: 'https://www.threads.com/settings/website_permissions',
  },
  {
    text: 'The short way: in the settings of the use case, make a token with the User token generator, and enter it in place of the app secret.',
    url: null,
  },
  {
    text: 'Or add the address that Posthorn shows as a redirect address, with https://localhost in place of http://127.0.0.1. After you agreed, the browser ends at a page that does not open: copy its address into Posthorn.',
    url: null,
  },
  { text: 'Under App settings > Basic, copy the Threads app ID and the Threads app secret.', url: null },
]

const judge = ({ text, media, options, thread }: Draft): Problem[] => {
  const attached = options['link_attachment']
  const links = new Set(findLinks(text).map(({ start, end }) => text.slice(start, end)))
  if (typeof attached === 'string') links.add(attached)
  const problems: Problem[] = []
  if (links.size > MOST_LINKS && !thread) {
    const message: Sentence = `Threads takes at most ${MOST_LINKS} different links in a post; this has ${links.size}.`
    problems.push(error('too-many-links', message, 'Remove some of them.', 'text'))
  }
  if (media.length > 0 && options['poll_options'] !== undefined) {
    problems.push(
      error('option-invalid', 'Threads takes a poll only without files.', 'Remove one or the other.', 'options'),
    )
  }
  if (media.length > 0 && attached !== undefined) {
    problems.push(
      warning(
        'option-unused',
        'A post with files shows no card of a link.',
        'Nothing to do if that is fine.',
        'options',
      ),
    )
  }
  return problems
}
