import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { error, warning } from './check/problem.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { edit, unpublish } from './lemmy/change.ts'
import { connect, destinations, findMentions } from './lemmy/connect.ts'
import { toldOf, wordsFor } from './lemmy/posts.ts'
import { lookup, publish } from './lemmy/publish.ts'
import { readBack } from './lemmy/read-back.ts'
import { lemmyForm, type LemmySettings, lemmySettings } from './lemmy/settings.ts'
import { LEMMY } from './rules/lemmy.ts'

/** A community on Lemmy, by an account on any of its servers. */
export const createLemmy = (tools: ChannelTools): Channel =>
  defineChannel<LemmySettings>({
    rules: LEMMY,
    group: 'open',
    summary: 'Posts in a community of Lemmy, with a link or images, by your account on any of its servers.',
    guide: [
      { text: 'Choose a server of Lemmy and make an account there, if you have none.', url: 'https://join-lemmy.org' },
      {
        text: 'Enter the server, your name there, your password, and the community to post to.',
        url: 'https://join-lemmy.org/docs/users/02-media.html',
      },
      {
        text: 'With a second factor, sign in by the browser, and paste the value of its cookie "jwt" in place of the password.',
        url: null,
      },
    ],
    secret: {
      title: 'Password',
      description: 'Or a token: the value of the cookie "jwt", for an account with a second factor.',
    },
    reading: readByRules(LEMMY),
    judge,
    form: lemmyForm,
    settings: lemmySettings,
    connect: (access) => connect(access, tools),
    // It is found by its title among what was not there before.
    plan: () => null,
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
    destinations: (access) => destinations(access, tools),
    mentions: (access, typed) => findMentions(access, typed, tools),
  })

const judge = (draft: Draft, { told }: LemmySettings): Problem[] => {
  const { name, body } = wordsFor(draft)
  const problems: Problem[] = []
  if (name !== '' && Array.from(name).length < 3) {
    problems.push(error('title-too-short', 'Lemmy needs a title of three characters.', 'Write a longer one.', 'text'))
  }
  if (told?.nsfw === false && toldOf(draft).nsfw === true) {
    const message: Sentence = 'The server takes no posts that are not safe for work.'
    problems.push(error('option-refused', message, 'Take the mark out, or choose another server.', 'options'))
  }
  const filter = filterOf(told?.slurs ?? null)
  if (filter?.test(name)) {
    problems.push(error('text-refused', "The server's filter refuses a word of the title.", 'Take it out.', 'text'))
  } else if (filter?.test(body)) {
    problems.push(warning('text-changed', 'The server takes a word out of this text.', 'Write it another way.', 'text'))
  }
  return problems
}

/** A server writes its filter in the way of another language: what cannot be read here is left to it. */
const filterOf = (source: string | null): RegExp | null => {
  try {
    return source === null ? null : new RegExp(source.replace(/^\(\?i\)/, ''), 'iu')
  } catch {
    return null
  }
}
