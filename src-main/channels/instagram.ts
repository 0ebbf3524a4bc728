import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { warning } from './check/problem.ts'
import { destinations } from './instagram/account.ts'
import { unpublish } from './instagram/change.ts'
import { connect } from './instagram/connect.ts'
import { isFilm, isStory } from './instagram/containers.ts'
import { lookup, publish } from './instagram/publish.ts'
import { readBack } from './instagram/read-back.ts'
import { type Desk, SCOPES } from './instagram/settings.ts'
import { defineChannel } from './kit/define-channel.ts'
import { guideTo } from './meta/guide.ts'
import { facebookAppForm, type FacebookAppSettings, facebookAppSettings } from './meta/settings.ts'
import { facebookSignIn } from './meta/sign-in.ts'
import { INSTAGRAM } from './rules/instagram.ts'

/**
 * Professional Instagram accounts, by the person's own app at Meta and a sign-in by Facebook. The sign-in by Instagram
 * would need no page, but it has neither the upload of videos from the disk nor the deleting of posts.
 */
export const createInstagram = (tools: ChannelTools): Channel => {
  const desk: Desk = { tools, oauth: facebookSignIn('Instagram', SCOPES, tools) }
  return defineChannel<FacebookAppSettings>({
    rules: INSTAGRAM,
    group: 'app',
    summary:
      'Pictures, carousels, reels and stories on a professional Instagram account, by your own app at Meta. Pictures need a media relay.',
    guide: [
      {
        text: 'In Instagram, make the account a professional one, and connect it to a Facebook page of yours.',
        url: 'https://www.facebook.com/business/help/502981923235522',
      },
      ...guideTo('Instagram', 'Manage messaging & content on Instagram', SCOPES),
    ],
    secret: {
      title: 'App secret',
      description: 'Of the same app, beside its ID. A token of a system user of your business may stand here instead.',
    },
    reading: readByRules(INSTAGRAM),
    judge,
    form: facebookAppForm,
    settings: facebookAppSettings,
    connect: (access) => connect(access, desk),
    signIn: desk.oauth.signIn,
    renew: desk.oauth.renew,
    destinations: (access) => destinations(access, desk),
    plan: () => null,
    publish: (work) => publish(work, desk),
    lookup: (work) => lookup(work, desk),
    unpublish: (work, remote) => unpublish(work, remote, desk),
    readBack: (access, since) => readBack(access, since, desk),
  })
}

const judge = (draft: Draft): Problem[] => {
  const { media, options } = draft
  const unused = (what: Sentence) => warning('option-unused', what, 'Nothing to do if that is fine.', 'options')
  const reel = media.length === 1 && media.some(isFilm)
  const first = media.find((one) => one.alt.trim() !== '' && (isFilm(one) || isStory(draft)))
  return [
    ...(first
      ? [
          warning(
            'alt-not-shown',
            `Instagram has no place for descriptions of videos and stories: that of ${first.name} is not sent.`,
            'Say in the text what must be known of it.',
            'media',
          ),
        ]
      : []),
    ...(!reel && (options['share_to_feed'] !== undefined || options['thumb_offset'] !== undefined)
      ? [unused('Only reels can be shown in the feed as well, and have a cover.')]
      : []),
    ...(isStory(draft) && options['first_comment'] !== undefined ? [unused('Stories have no comments.')] : []),
  ]
}
