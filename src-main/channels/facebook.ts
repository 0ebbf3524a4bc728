import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { warning } from './check/problem.ts'
import { edit, unpublish } from './facebook/change.ts'
import { connect } from './facebook/connect.ts'
import { handOverBy } from './facebook/hand-over.ts'
import { lookup } from './facebook/lookup.ts'
import { destinations } from './facebook/page.ts'
import { kindOf, publish } from './facebook/publish.ts'
import { readBack } from './facebook/read-back.ts'
import { type Desk, SCOPES } from './facebook/settings.ts'
import { defineChannel } from './kit/define-channel.ts'
import { guideTo } from './meta/guide.ts'
import { makeMarker } from './meta/marker.ts'
import { facebookAppForm, type FacebookAppSettings, facebookAppSettings } from './meta/settings.ts'
import { facebookSignIn } from './meta/sign-in.ts'
import { FACEBOOK } from './rules/facebook.ts'

/** Facebook pages, by the person's own app at Meta. Profiles and groups take no posts from programs. */
export const createFacebook = (tools: ChannelTools): Channel => {
  const desk: Desk = { tools, oauth: facebookSignIn('Facebook', SCOPES, tools) }
  return defineChannel<FacebookAppSettings>({
    rules: FACEBOOK,
    group: 'app',
    summary: 'Posts, photos, videos, reels and stories on your Facebook pages, by your own app at Meta.',
    guide: guideTo('Facebook', 'Manage everything on your Page', SCOPES),
    secret: {
      title: 'App secret',
      description: 'Of the same app, beside its ID. A token of a system user of your business may stand here instead.',
    },
    reading: readByRules(FACEBOOK),
    judge,
    form: facebookAppForm,
    settings: facebookAppSettings,
    connect: (access) => connect(access, desk),
    signIn: desk.oauth.signIn,
    renew: desk.oauth.renew,
    destinations: (access) => destinations(access, desk),
    plan: () => makeMarker(tools.clock),
    publish: (work) => publish(work, desk),
    lookup: (work) => lookup(work, desk),
    edit: (work, remote) => edit(work, remote, desk),
    unpublish: (work, remote) => unpublish(work, remote, desk),
    readBack: (access, since) => readBack(access, since, desk),
    handOver: handOverBy(desk),
  })
}

const judge = ({ media, options }: Draft): Problem[] => {
  const unused = (what: Sentence) => warning('option-unused', what, 'Nothing to do if that is fine.', 'options')
  const kind = kindOf({ media, options })
  return [
    ...(options['link'] !== undefined && media.length > 0
      ? [unused('A post with files shows no card of a link.')]
      : []),
    ...(options['title'] !== undefined && kind !== 'video' && kind !== 'reel'
      ? [unused('Only videos and reels have a title.')]
      : []),
    ...(kind.endsWith('story') && options['first_comment'] !== undefined ? [unused('Stories have no comments.')] : []),
  ]
}
