import type { Channel, ChannelTools } from './channel.ts'
import { edit, follow, takeBack, unpublish } from './ghost/change.ts'
import { connect } from './ghost/connect.ts'
import { give, lookup, publish } from './ghost/publish.ts'
import { readBack } from './ghost/read-back.ts'
import { ghostForm, type GhostSettings, ghostSettings } from './ghost/settings.ts'
import { articleOf } from './kit/article/article-of.ts'
import { makeNameMarker } from './kit/article/name-marker.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { GHOST } from './rules/ghost.ts'

/** A Ghost site by its Admin API, as an integration of the person's own. */
export const createGhost = (tools: ChannelTools): Channel =>
  defineChannel<GhostSettings>({
    rules: GHOST,
    group: 'open',
    summary: 'Articles on your Ghost site, with pictures and tags, and as a newsletter if you say so.',
    guide: [
      { text: 'In Ghost, open Settings > Integrations, and choose Add custom integration.', url: null },
      {
        text: 'Name it Posthorn, and copy its Admin API key and its API URL.',
        url: 'https://ghost.org/integrations/custom-integrations/',
      },
    ],
    secret: { title: 'Admin API key', description: 'Of an integration of your own; it has a colon in the middle.' },
    reading: readByRules(GHOST),
    form: ghostForm,
    settings: ghostSettings,
    connect: (access) => connect(access, tools),
    plan: (draft) => makeNameMarker(articleOf(GHOST, draft).title, draft.options['slug'], tools),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
    handOver: {
      // Ghost wants two minutes at least; and its clock may be ahead of ours.
      least: 300_000,
      give: (work) => give(work, tools),
      // What waits is asked for as well as what stands.
      find: (work) => lookup(work, tools),
      follow: (work, held) => follow(work, held, tools),
      takeBack: (work, held) => takeBack(work, held, tools),
    },
  })
