import type { Access, Channel, ChannelTools, Hosted, Offered } from './channel.ts'
import { openAsItIs } from './check/open-media.ts'
import { articleOf } from './kit/article/article-of.ts'
import { makeNameMarker } from './kit/article/name-marker.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { outcomeOf } from './kit/request-failures.ts'
import { WORDPRESS } from './rules/wordpress.ts'
import { edit, follow, takeBack, unpublish } from './wordpress/change.ts'
import { connect } from './wordpress/connect.ts'
import { mannersOf } from './wordpress/failures.ts'
import { dropFile, keepFile } from './wordpress/media.ts'
import { give, lookup, publish } from './wordpress/publish.ts'
import { readBack } from './wordpress/read-back.ts'
import { type WordPressSettings, wordpressForm, wordpressSettings } from './wordpress/settings.ts'
import { openSite, refusedWith } from './wordpress/site.ts'

/** A WordPress site by its REST API, as a user with an application password. */
export const createWordPress = (tools: ChannelTools): Channel =>
  defineChannel<WordPressSettings>({
    rules: WORDPRESS,
    group: 'open',
    summary: 'Articles on your WordPress site, with pictures, categories and tags; it can publish them by itself too.',
    guide: [
      { text: 'In WordPress, open Users > Profile, and go down to Application Passwords.', url: null },
      {
        text: 'Enter a name such as Posthorn, choose Add New Application Password, and copy what it shows.',
        url: null,
      },
      {
        text: 'If there is no such section, the site is not on https, or a plugin switches it off.',
        url: 'https://developer.wordpress.org/advanced-administration/security/application-passwords/',
      },
    ],
    secret: {
      title: 'Application password',
      description: 'Not the one you sign in with: one made for Posthorn alone.',
    },
    reading: readByRules(WORDPRESS),
    form: wordpressForm,
    settings: wordpressSettings,
    connect: (access) => connect(access, tools),
    plan: (draft) => makeNameMarker(articleOf(WORDPRESS, draft).title, draft.options['slug'], tools),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
    handOver: {
      // Less than a minute ahead WordPress publishes at once; and its clock may be ahead of ours.
      least: 300_000,
      give: (work) => give(work, tools),
      // What waits is asked for as well as what stands.
      find: (work) => lookup(work, tools),
      follow: (work, held) => follow(work, held, tools),
      takeBack: (work, held) => takeBack(work, held, tools),
    },
    host: {
      keep: (access, file, onProgress) => keep(access, file, onProgress, tools),
      drop: (access, id) => drop(access, id, tools),
    },
  })

const keep = async (
  access: Access<WordPressSettings>,
  file: Offered,
  onProgress: (sent: number) => void,
  tools: ChannelTools,
): Promise<Hosted> => {
  try {
    const blob = await openAsItIs(file)
    return await keepFile(await openSite(access), { blob, name: file.name }, onProgress)
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, mannersOf(access), tools).failure }
  }
}

const drop = async (access: Access<WordPressSettings>, id: string, tools: ChannelTools) => {
  try {
    await dropFile(await openSite(access), id)
    return { kind: 'gone' } as const
  } catch (error) {
    if (refusedWith(error, 'rest_post_invalid_id')) return { kind: 'gone' } as const
    return { kind: 'failed', failure: outcomeOf(error, mannersOf(access), tools).failure } as const
  }
}
