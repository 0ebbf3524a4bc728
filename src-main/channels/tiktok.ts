import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error, warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { createOAuth } from './kit/oauth/create-oauth.ts'
import { TIKTOK } from './rules/tiktok.ts'
import { PRIVACY } from './tiktok/post-info.ts'
import { connect, lookup, publish } from './tiktok/publish.ts'
import { tiktokForm, tiktokProvider, type TiktokSettings, tiktokSettings } from './tiktok/settings.ts'

/**
 * Videos and photos on TikTok, by the person's own app. Programs can neither change nor delete what stands there, and
 * read only what everybody sees, so there is no `edit`, `unpublish` or `readBack`.
 */
export const createTiktok = (tools: ChannelTools): Channel => {
  const oauth = createOAuth<TiktokSettings>(tiktokProvider, 'any', tools)
  return defineChannel<TiktokSettings>({
    rules: TIKTOK,
    group: 'app',
    summary: 'Posts videos and photos to TikTok through an app of your own; until TikTok audits it, only you see them.',
    guide: GUIDE,
    secret: { title: 'Client secret', description: 'The page of your app shows it beside the client key.' },
    reading: readByRules(TIKTOK),
    judge,
    form: tiktokForm,
    settings: tiktokSettings,
    signIn: oauth.signIn,
    renew: oauth.renew,
    connect: (access) => connect(access, tools, oauth),
    // What was handed in is found by the name TikTok gave it, which is in the notes.
    plan: () => null,
    publish: (work) => publish(work, tools, oauth),
    lookup: (work) => lookup(work, tools, oauth),
  })
}

const GUIDE = [
  {
    text: 'Register at TikTok for Developers and make an app, with Desktop among its platforms.',
    url: 'https://developers.tiktok.com/apps/',
  },
  {
    text: 'Add the products Login Kit and Content Posting API, and switch on Direct Post in the latter.',
    url: 'https://developers.tiktok.com/doc/content-posting-api-get-started/',
  },
  {
    text: 'Under Login Kit, register http://127.0.0.1:*/ as a redirect address for Desktop, as Posthorn shows it when you sign in.',
    url: 'https://developers.tiktok.com/doc/login-kit-desktop/',
  },
  { text: 'Add the scopes user.info.basic, video.publish and video.upload.', url: null },
  { text: 'Copy the client key and the client secret here.', url: null },
  {
    text: 'For photos, verify the domain of your media relay under URL properties: TikTok fetches them from there.',
    url: 'https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/',
  },
  {
    text: 'An app that TikTok has not audited posts only to private accounts, and only for yourself to see. Apply for the audit when all works.',
    url: 'https://developers.tiktok.com/application/content-posting-api',
  },
]

/** TikTok wants each of these said, or asked, beside the button that posts. */
const judge = ({ options }: Draft): Problem[] => {
  const [, message, next] = PRIVACY
  const { privacy_level: level, inbox, brand_content_toggle: branded } = options
  if (inbox === true) return []
  return [
    ...(level === undefined ? [{ ...error('option-missing', message, next, 'options'), option: 'privacy_level' }] : []),
    ...(branded === true && level === 'SELF_ONLY'
      ? [
          error(
            'option-invalid',
            'A paid partnership cannot be for yourself alone.',
            'Choose another under Who sees it.',
            'options',
          ),
        ]
      : []),
    warning(
      'consent',
      branded === true
        ? "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation."
        : "By posting, you agree to TikTok's Music Usage Confirmation.",
      'Nothing to do if you agree.',
      'options',
    ),
  ]
}
