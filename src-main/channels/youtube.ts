import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { error } from './check/problem.ts'
import { GOOGLE_SECRET, googleForm, googleGuide, googleProvider } from './google/sign-in.ts'
import { defineChannel } from './kit/define-channel.ts'
import { createOAuth } from './kit/oauth/create-oauth.ts'
import { YOUTUBE } from './rules/youtube.ts'
import { edit, unpublish } from './youtube/change.ts'
import { handOver } from './youtube/hand-over.ts'
import { KIDS, lookup, publish } from './youtube/publish.ts'
import { connect, readBack } from './youtube/read-back.ts'
import { type YoutubeSettings, youtubeSettings } from './youtube/settings.ts'

const SCOPES = [
  { name: 'https://www.googleapis.com/auth/youtube.upload', why: 'to upload videos and their thumbnails' },
  {
    name: 'https://www.googleapis.com/auth/youtube',
    why: 'to see what stands, edit it, delete it, and fill playlists',
  },
]

/** Videos on a YouTube channel, by the person's own project at Google. */
export const createYoutube = (tools: ChannelTools): Channel => {
  const oauth = createOAuth<YoutubeSettings>(googleProvider('YouTube', SCOPES), 'any', tools)
  return defineChannel<YoutubeSettings>({
    rules: YOUTUBE,
    group: 'app',
    summary: 'Uploads videos to your YouTube channel through a Google project of your own.',
    guide: [
      ...googleGuide('youtube.googleapis.com', 'YouTube Data API v3', 'youtube.upload and youtube'),
      {
        text: 'Until Google has audited the project, YouTube keeps private whatever it uploads. Ask for the audit when all works.',
        url: 'https://support.google.com/youtube/contact/yt_api_form',
      },
    ],
    secret: GOOGLE_SECRET,
    reading: readByRules(YOUTUBE),
    judge,
    form: googleForm,
    settings: youtubeSettings,
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
    handOver: handOver(tools, oauth),
  })
}

const judge = ({ options }: Draft): Problem[] => {
  const [, message, next] = KIDS
  const missing = { ...error('option-missing', message, next, 'options'), option: 'made_for_kids' }
  return options['made_for_kids'] === undefined ? [missing] : []
}
