import { access, constants, mkdir } from 'node:fs/promises'
import { failed } from '../core/refusal.ts'
import { layOut } from './assisted/lay-out.ts'
import { assistedSettings, type AssistedSettings } from './assisted/settings.ts'
import type { Access, Channel, Connected, Outcome, Work } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { diskFailure, outcomeOfDisk } from './folder/failures.ts'
import { defineChannel } from './kit/define-channel.ts'
import { ASSISTED } from './rules/assisted.ts'
import { NETWORKS } from './rules/index.ts'
import type { NetworkRules } from './rules/network-rules.ts'

/**
 * Any network that lets no program post: when the time has come, text and files lie ready and the person is told. It is
 * the person who posts, so what came of it is theirs to say; until then nobody knows, and nothing is sent again.
 */
export const createAssisted = (): Channel =>
  defineChannel<AssistedSettings>({
    rules: ASSISTED,
    rulesFor,
    standsFor: { setting: 'rules', marks: Object.fromEntries(NETWORKS.map(({ key, mark }) => [key, mark])) },
    group: 'assisted',
    summary: 'Any network: at its time the post lies ready, the page is opened for you, and you say when it stands.',
    secret: null,
    reading: ({ rules }) => ({
      ...readByRules(networkOf(rules) ?? ASSISTED),
      imagesByRecord: true,
    }),
    form: assistedSettings,
    settings: assistedSettings,
    connect,
    plan: () => null,
    publish,
  })

const networkOf = (key: string) => NETWORKS.find((rules) => rules.key === key)

/** What the network shows is its own; what a post is told there, the person chooses on its page. */
const rulesFor = ({ rules }: AssistedSettings): NetworkRules => {
  const network = networkOf(rules)
  if (!network) return ASSISTED
  return { ...network, key: ASSISTED.key, options: {}, title: network.title && { ...network.title, needed: false } }
}

const connect = async ({ settings }: Access<AssistedSettings>): Promise<Connected<AssistedSettings>> => {
  try {
    await mkdir(settings.path, { recursive: true })
    await access(settings.path, constants.W_OK)
    return { kind: 'valid', identity: new URL(settings.site).host, settings }
  } catch (error) {
    return { kind: 'refused', failure: { ...diskFailure(error, settings.path), field: 'settings.path' } }
  }
}

const publish = async (work: Work<AssistedSettings>): Promise<Outcome> => {
  const { site, path } = work.settings
  try {
    const folder = await layOut(work, rulesFor(work.settings))
    return {
      kind: 'unclear',
      failure: failed(
        'by-hand',
        `It is time to post this on ${new URL(site).host}: the text and the files lie ready.`,
        'Post it there, then say that it stands.',
        { detail: folder },
      ),
    }
  } catch (error) {
    return outcomeOfDisk(error, path)
  }
}
