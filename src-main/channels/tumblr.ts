import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Access, Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { createOAuth } from './kit/oauth/create-oauth.ts'
import { BLOCK_LENGTH, MOST_BLOCKS, MOST_INLINE_LINKS, TUMBLR } from './rules/tumblr.ts'
import { connect, destinations, readBack } from './tumblr/account.ts'
import { openApi } from './tumblr/api.ts'
import { textBlocks } from './tumblr/blocks.ts'
import { edit, follow, takeBack, unpublish } from './tumblr/change.ts'
import { give, lookup, publish } from './tumblr/publish.ts'
import { tumblrForm, tumblrProvider, type TumblrSettings, tumblrSettings } from './tumblr/settings.ts'

/** The blogs of a Tumblr account, by the person's own app. */
export const createTumblr = (tools: ChannelTools): Channel => {
  const oauth = createOAuth<TumblrSettings>(tumblrProvider, 'fixed', tools)
  const open = (access: Access<TumblrSettings>) => openApi(access, oauth)
  return defineChannel<TumblrSettings>({
    rules: TUMBLR,
    group: 'app',
    summary: 'Posts on your Tumblr blogs through an app of your own; Tumblr can publish them by itself too.',
    guide: GUIDE,
    secret: { title: 'OAuth Consumer Secret', description: 'The page of your app shows it: Show secret key.' },
    reading: readByRules(TUMBLR),
    judge,
    form: tumblrForm,
    settings: tumblrSettings,
    signIn: oauth.signIn,
    renew: oauth.renew,
    connect: (access) => connect(access, open(access), oauth, tools),
    // It is found by its words among what was not there before.
    plan: () => null,
    publish: (work) => publish(work, open(work), tools),
    lookup: (work) => lookup(work, open(work), tools),
    edit: (work, remote) => edit(work, remote, open(work), tools),
    unpublish: (work, remote) => unpublish(work, remote, open(work), tools),
    readBack: (access, since) => readBack(access, since, open(access), tools),
    destinations: (access) => destinations(access, open(access), tools),
    handOver: {
      // Tumblr's clock may be ahead of ours.
      least: 300_000,
      give: (work) => give(work, open(work), tools),
      follow: (work, held) => follow(work, held, open(work), tools),
      takeBack: (work, held) => takeBack(work, held, open(work), tools),
    },
  })
}

const GUIDE = [
  {
    text: 'Register an application at Tumblr; as its website and its default callback any address of yours will do.',
    url: 'https://www.tumblr.com/oauth/apps',
  },
  { text: 'Under OAuth2 redirect URLs, enter the redirect address that Posthorn shows here.', url: null },
  { text: 'Copy the OAuth Consumer Key, and with Show secret key the secret.', url: null },
  {
    text: 'Tumblr takes 250 posts a day from an account, and 1000 requests an hour from an app.',
    url: 'https://github.com/tumblr/docs/blob/master/api.md#rate-limits',
  },
]

const judge = (draft: Draft): Problem[] => {
  const blocks = textBlocks(draft)
  const problems: Problem[] = []
  if (blocks.length + draft.media.length + 2 > MOST_BLOCKS) {
    const message: Sentence = `Tumblr takes ${MOST_BLOCKS} paragraphs of up to ${BLOCK_LENGTH} characters; this makes ${blocks.length}.`
    problems.push(error('too-many-blocks', message, 'Shorten it.', 'text'))
  }
  const links = blocks.flatMap(({ formatting = [] }) => formatting.filter(({ type }) => type === 'link')).length
  if (links > MOST_INLINE_LINKS) {
    const message: Sentence = `Tumblr takes ${MOST_INLINE_LINKS} links in a text; this has ${links}.`
    problems.push(error('too-many-links', message, 'Take some out.', 'text'))
  }
  return problems
}
