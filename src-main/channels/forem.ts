import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { error, warning } from './check/problem.ts'
import { connect, readBack } from './forem/account.ts'
import { tagsOf, wordsFor } from './forem/articles.ts'
import { edit, unpublish } from './forem/change.ts'
import { lookup, publish } from './forem/publish.ts'
import { type ForemSettings, foremSettings } from './forem/settings.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { FOREM, MOST_TAGS } from './rules/forem.ts'

/** dev.to, or another site that runs Forem, by a key of the person's own. */
export const createForem = (tools: ChannelTools): Channel =>
  defineChannel<ForemSettings>({
    rules: FOREM,
    group: 'token',
    summary: 'Articles in Markdown on dev.to, or on another site that runs Forem.',
    guide: [
      { text: 'Open the settings of dev.to, and go to Extensions.', url: 'https://dev.to/settings/extensions' },
      {
        text: 'Under DEV Community API Keys, enter Posthorn as description, choose Generate API Key, and copy the key.',
        url: 'https://developers.forem.com/api/',
      },
    ],
    secret: { title: 'API key', description: 'From Settings > Extensions of the site.' },
    reading: readByRules(FOREM),
    judge,
    form: foremSettings,
    settings: foremSettings,
    connect: (access) => connect(access, tools),
    // It is found by its title among what was not there before.
    plan: () => null,
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
  })

const judge = (draft: Draft): Problem[] => {
  const problems: Problem[] = []
  if (/^---\s*$/m.test(wordsFor(draft).body.split('\n', 1)[0] ?? '')) {
    const message: Sentence = 'The site would read what follows the first line --- as settings, not as text.'
    problems.push(error('front-matter', message, 'Begin the text with something else.', 'text'))
  }
  const tags = tagsOf(draft)
  if (tags.length > MOST_TAGS) {
    const message: Sentence = `The site takes ${MOST_TAGS} tags; of these it gets ${tags.slice(0, MOST_TAGS).join(', ')}.`
    problems.push(warning('too-many-tags', message, 'Name those that matter in its options.', 'options'))
  }
  if (draft.media.length > 0) {
    const message: Sentence =
      'The site keeps no copy of images: it shows them for as long as they are at their address.'
    const next: Sentence =
      'For an article that is to last, write addresses that stay into the text: ![words](https://...).'
    problems.push(warning('images-by-address', message, next, 'media'))
  }
  return problems
}
