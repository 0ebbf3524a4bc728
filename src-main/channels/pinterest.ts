import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { createOAuth } from './kit/oauth/create-oauth.ts'
import { connect, destinations, readBack } from './pinterest/account.ts'
import { edit, unpublish } from './pinterest/change.ts'
import { lookup, publish } from './pinterest/publish.ts'
import { pinterestForm, pinterestProvider, type PinterestSettings, pinterestSettings } from './pinterest/settings.ts'
import { PINTEREST } from './rules/pinterest.ts'

/** Pins on the boards of a Pinterest account, by the person's own app. */
export const createPinterest = (tools: ChannelTools): Channel => {
  const oauth = createOAuth<PinterestSettings>(pinterestProvider, 'fixed', tools)
  return defineChannel<PinterestSettings>({
    rules: PINTEREST,
    group: 'app',
    summary: 'Pins images, carousels and videos to your boards through an app of your own at Pinterest.',
    guide: [
      {
        text: 'Turn your account into a business account: it is free, and apps need one.',
        url: 'https://www.pinterest.com/business/convert/',
      },
      {
        text: 'Connect an app there and describe what you use it for: posting to your own boards.',
        url: 'https://developers.pinterest.com/apps/',
      },
      { text: 'Once it is approved, add the redirect address that Posthorn shows under Redirect URIs.', url: null },
      { text: 'Copy the app ID and the app secret key here.', url: null },
      {
        text: 'With trial access only you see the pins; ask for standard access when all works.',
        url: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/',
      },
    ],
    secret: { title: 'App secret key', description: 'The page of your app shows it.' },
    reading: readByRules(PINTEREST),
    judge,
    form: pinterestForm,
    settings: pinterestSettings,
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

const judge = ({ media, options }: Draft): Problem[] => {
  const described = media.filter(({ alt }) => alt.trim() !== '').length
  const still = media.every(({ mime }) => mime.startsWith('image/'))
  return [
    ...(described > 1
      ? [
          warning(
            'alt-not-shown',
            'A pin has one description: that of the first file.',
            'Say all that matters there.',
            'media',
          ),
        ]
      : []),
    ...(options['cover_seconds'] !== undefined && still
      ? [warning('option-unused', 'Only videos have a cover.', 'Nothing to do if that is fine.', 'options')]
      : []),
  ]
}
