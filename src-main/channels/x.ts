import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Access, Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error, warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { GIF } from './rules/network-rules.ts'
import { X, xOptions } from './rules/x.ts'
import { openApi } from './x/api.ts'
import { edit, unpublish } from './x/change.ts'
import { connect } from './x/connect.ts'
import { makeMarker } from './x/find-standing.ts'
import { lookup, publish, rulesFor } from './x/publish.ts'
import { readBack } from './x/read-back.ts'
import { xForm, type XSettings, xSettings } from './x/settings.ts'
import { createXSignIn } from './x/sign-in.ts'

/** X, by a developer app of the person's own, which X bills by use. */
export const createX = (tools: ChannelTools): Channel => {
  const oauth = createXSignIn(tools)
  const open = (access: Access<XSettings>) => openApi(access, oauth)
  return defineChannel<XSettings>({
    rules: X,
    rulesFor,
    group: 'app',
    summary:
      'Posts, threads and polls on X by your own developer app; X charges its account for each post and each read.',
    guide: GUIDE,
    secret: {
      title: 'Client Secret',
      description: 'Only for an app of the type Web App or Automated App; a Native App has none.',
      optional: true,
    },
    reading: readByRules(X),
    judge,
    form: xForm,
    settings: xSettings,
    signIn: oauth.signIn,
    renew: oauth.renew,
    connect: (access) => connect(access, open(access), oauth, tools),
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
    text: 'Open the Developer Console of X and sign in with the account that is to post.',
    url: 'https://console.x.com',
  },
  {
    text: 'Create an app, and buy credits: X charges for each post, more for one with a link, and for what is read.',
    url: 'https://docs.x.com/x-api/getting-started/pricing',
  },
  {
    text: 'In the app, set up user authentication: permission "Read and write", type "Native App", and as callback the address that Posthorn shows here (127.0.0.1, not localhost).',
    url: 'https://docs.x.com/fundamentals/developer-apps',
  },
  { text: 'Copy the OAuth 2.0 Client ID of the app, and sign in.', url: null },
]

const judge = ({ media, options, text }: Draft): Problem[] => {
  const { poll_options: poll, poll_minutes: minutes, quote } = xOptions.safeParse(options).data ?? {}
  const problems: Problem[] = []
  const say = (code: string, message: Sentence, next: Sentence, field: Problem['field'] = 'options') =>
    problems.push(error(code, message, next, field))
  if (media.length > 1 && media.some(({ mime }) => mime === GIF)) {
    say('gif-not-alone', 'X takes a GIF alone, without other files.', 'Leave out the GIF or the others.', 'media')
  }
  const beside = [...(media.length > 0 ? ['files'] : []), ...(poll ? ['a poll'] : []), ...(quote ? ['a quote'] : [])]
  if (beside.length > 1) {
    say('attachments-mixed', `X takes only one of these in a post: ${beside.join(', ')}.`, 'Leave out the others.')
  }
  if (poll && text.trim() === '') say('poll-without-text', 'A poll needs a text.', 'Write what is asked.')
  if (poll && new Set(poll).size < poll.length) {
    say('poll-repeats', 'Two choices of the poll are the same.', 'Change one of them.')
  }
  if (!poll && minutes !== undefined) {
    const message = 'There is no poll: how long one is open has no effect.'
    problems.push(warning('option-unused', message, 'Give it choices, or take it out.', 'options'))
  }
  if ((text.match(/(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?![\p{L}\p{N}_])/gu)?.length ?? 0) > 1) {
    const message = 'X takes one cashtag in a post from most developer apps.'
    problems.push(warning('too-many-cashtags', message, 'Leave only one in it.', 'text'))
  }
  return problems
}
