import type { Channel, ChannelTools } from './channel.ts'
import { defineChannel } from './kit/define-channel.ts'
import { connect } from './mastodon/account.ts'
import { edit, unpublish } from './mastodon/change.ts'
import { createHandOver } from './mastodon/hand-over.ts'
import { drop, keep } from './mastodon/host.ts'
import { createInstances } from './mastodon/instances.ts'
import { rulesOn } from './mastodon/limits.ts'
import { makeMarker } from './mastodon/marker.ts'
import { createMemory } from './mastodon/memory.ts'
import { findMentions } from './mastodon/mentions.ts'
import { judgePoll } from './mastodon/poll.ts'
import { lookup, publish } from './mastodon/publish.ts'
import { readBack } from './mastodon/read-back.ts'
import { mastodonForm, type MastodonSettings, mastodonSettings } from './mastodon/settings.ts'
import { createSignIn } from './mastodon/sign-in.ts'
import { findRanges } from './mastodon/text-parts.ts'
import { MASTODON } from './rules/mastodon.ts'

/** Mastodon, and what speaks its API: GoToSocial, Pleroma, Pixelfed, snac. */
export const createMastodon = (tools: ChannelTools): Channel => {
  const memory = createMemory(tools.log)
  const instances = createInstances(tools.clock, tools.log)
  const kept = { memory, instances }
  return defineChannel<MastodonSettings>({
    rules: MASTODON,
    group: 'open',
    rulesFor: (settings) => rulesOn(instances.known(settings)),
    summary: 'Posts, threads and polls on Mastodon and servers that speak its language.',
    secret: {
      title: 'Access token',
      description:
        'On your server, under Preferences > Development > New application, with the scopes read and write; open the application and copy its access token. Not needed when you sign in by the browser.',
      optional: true,
    },
    reading: (settings) => ({ ranges: (text) => Promise.resolve(findRanges(text, settings)) }),
    judge: (draft, settings) => judgePoll(draft, { ...settings, limits: instances.known(settings) }),
    form: mastodonForm,
    settings: mastodonSettings,
    signIn: createSignIn(tools),
    connect: (access) => connect(access, tools),
    plan: () => makeMarker(tools.clock, tools.random),
    publish: (work) => publish(work, tools, kept),
    lookup: (work) => lookup(work, tools, memory),
    edit: (work, remote) => edit(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools, memory),
    handOver: createHandOver(tools, kept),
    mentions: (access, typed) => findMentions(access, typed, tools),
    host: {
      keep: (access, file, onProgress) => keep(access, file, onProgress, tools),
      drop: (access, id) => drop(access, id, tools),
    },
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })
}
