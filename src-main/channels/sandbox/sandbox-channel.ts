import { toldOf } from '../../core/told.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import { failed } from '../../core/refusal.ts'
import type {
  Access,
  Change,
  Channel,
  ChannelTools,
  Destinations,
  Draft,
  Lookup,
  Outcome,
  ReadBack,
  Work,
} from '../channel.ts'
import { checkDraft, type Reading } from '../check/check-draft.ts'
import { readByRules } from '../check/find-ranges.ts'
import { defineChannel } from '../kit/define-channel.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { editRefusal } from './edit-refusal.ts'
import { addressOf } from './remote-ids.ts'
import { createSandboxMemory } from './sandbox-memory.ts'
import { outcomeOf, SLOW, type Trouble, troubleOption } from './trouble.ts'

const settings = z.strictObject({
  handle: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .default('sandbox')
    .meta({ title: 'Handle', description: 'Any name: posts of the sandbox go nowhere.' }),
})
type SandboxSettings = z.infer<typeof settings>

/**
 * A network that checks as the real one does and publishes nowhere: it keeps in memory what it was given, and answers
 * with addresses of the real one's form.
 */
export const createSandboxChannel = (network: NetworkRules, tools: ChannelTools): Channel => {
  const rules: NetworkRules = { ...network, options: { ...network.options, sandbox: troubleOption } }
  const { name, key } = rules
  const reading: Reading = { ...readByRules(rules), imagesByRecord: true }
  const memory = createSandboxMemory(tools.clock.now())
  const troubled = new Set<string>()

  const publish = async (work: Work<SandboxSettings>): Promise<Outcome> => {
    const trouble = nextTrouble(work)
    if (trouble === 'slow') await pause(work.signal)
    const outcome = outcomeOf(trouble, name, tools.clock.now())
    if (outcome && outcome.kind !== 'unclear') return outcome
    const refusal = await refusalOf(work.draft)
    if (refusal) return { kind: 'rejected', failure: refusal }
    const remote = await stand(work)
    return outcome ?? { kind: 'published', remote }
  }

  /** A trouble is made once for each post. */
  const nextTrouble = ({ itemId, draft }: Work<SandboxSettings>): Trouble | null => {
    const asked = troubleOption.safeParse(draft.options['sandbox']).data ?? null
    const mark = `${itemId} ${asked}`
    if (asked === null || troubled.has(mark)) return null
    troubled.add(mark)
    return asked
  }

  const pause = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const callOff = tools.clock.after(SLOW, resolve)
      signal.addEventListener('abort', () => {
        callOff()
        resolve()
      })
    })

  const refusalOf = async (draft: Draft): Promise<Failure | null> => {
    const { problems } = await checkDraft(rules, draft, reading)
    const problem = problems.find(({ severity }) => severity === 'error')
    return problem
      ? failed('rejected-by-channel', `${name} refused it: ${problem.message}`, problem.next, {
          detail: problem.code,
          told: { ...toldOf(problem), of: name },
        })
      : null
  }

  const stand = async (work: Work<SandboxSettings>): Promise<Remote> => {
    const known = memory.find(work.marker)
    if (known) return known.remote
    const owner = work.settings.handle
    const texts = (await checkDraft(rules, work.draft, reading)).parts
    const parts = texts.map((_, index) => addressOf(key, owner, `${work.marker ?? work.itemId} ${index}`))
    if (parts.length > 1) for (const part of parts.slice(work.parts.length)) await work.onPart(part)
    const remote = { ...(parts[0] ?? { id: '', url: null }), parts: parts.length > 1 ? parts : [] }
    memory.add({ marker: work.marker ?? '', owner, remote, text: work.draft.text, at: tools.clock.now() })
    return remote
  }

  const lookup = ({ marker }: Work<SandboxSettings>): Promise<Lookup> => {
    const post = memory.find(marker)
    return Promise.resolve(post ? { kind: 'found', remote: post.remote } : { kind: 'absent' })
  }

  const edit = async (work: Work<SandboxSettings>, remote: Remote): Promise<Change> => {
    const refusal = editRefusal(rules, work.standing, tools.clock.now()) ?? (await refusalOf(work.draft))
    if (refusal) return { kind: 'refused', failure: refusal }
    // Where an edit makes a post of its own, that one takes the place of the one before.
    const address = rules.editMakesId ? addressOf(key, work.settings.handle, `after ${remote.id}`) : {}
    const changed = { ...remote, ...address }
    memory.change(remote.id, { remote: changed, text: work.draft.text })
    return { kind: 'done', remote: changed }
  }

  const unpublish = (_work: Work<SandboxSettings>, remote: Remote): Promise<Change> => {
    memory.remove(remote.id)
    return Promise.resolve({ kind: 'done', remote })
  }

  const readBack = ({ settings: { handle } }: Access<SandboxSettings>, since: Millis): Promise<ReadBack> =>
    Promise.resolve({ kind: 'read', ...memory.since(handle, since) })

  return defineChannel<SandboxSettings>({
    rules,
    group: 'own',
    summary: `A sandbox: it checks posts as ${name} does and publishes them nowhere.`,
    secret: null,
    form: settings,
    settings,
    reading,
    connect: (access) =>
      Promise.resolve({ kind: 'valid', identity: `@${access.settings.handle}`, settings: access.settings }),
    plan: () => randomUUID(),
    publish,
    lookup,
    readBack,
    ...(rules.edits && { edit }),
    ...(rules.unpublish && { unpublish }),
    ...(rules.destinations !== null && { destinations: () => Promise.resolve(destinationsOf(rules.destinations)) }),
  })
}

const destinationsOf = (kind: string | null): Destinations => ({
  kind: 'known',
  entries: ['First', 'Second'].map((ordinal, index) => ({ id: String(1001 + index), name: `${ordinal} ${kind}` })),
})
