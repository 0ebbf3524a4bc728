import type { Output } from '../../src-preload/contract/methods.ts'
import type { Health } from '../../src-preload/contract/model/health.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { redact } from '../core/redact.ts'
import type { AccountRecord } from '../core/records.ts'
import { isoInstant } from './views.ts'
import type { World } from './world.ts'

const ATTEMPTS = 200
const LINES = 500

/**
 * All that helps to find a fault, as a text that a person can read through: how everything stands, the settings, the
 * last attempts and the log. Without texts of posts, names, handles, addresses of accounts, or anything secret.
 */
export const collectDiagnostics = async (
  world: World,
  settings: Settings,
  health: Health,
): Promise<Output<'health.diagnostics'>> => {
  const { store, clock, machine } = world
  const accounts = await store.accounts.list()
  const attempts = await store.attempts.list({ problems: false, limit: ATTEMPTS })
  const hide = hiding(world, accounts)
  const lines = (await machine.log(LINES)).map(readLine)
  const all = {
    posthorn: health.version,
    at: isoInstant(clock.now()),
    system: machine.system(),
    health,
    items: await store.items.counts(),
    settings: plainly(settings),
    accounts: accounts.map(({ id, channel, connection, checkedAt, expiresAt, permissions }) => {
      return { id, channel, connection, checkedAt, expiresAt, permissions }
    }),
    attempts: attempts.entries.map(({ failure, ...attempt }) => ({
      ...attempt,
      failure: failure && { code: failure.code, message: failure.message },
    })),
    log: lines,
  }
  const day = isoInstant(clock.now()).slice(0, 10)
  return { name: `posthorn-diagnostics-${day}.json`, text: hide(`${JSON.stringify(redact(all), null, 2)}\n`) }
}

/** What the person chose, without addresses and names of their own servers. */
const plainly = ({ writing, relay, shortcuts, ...rest }: Settings) => ({
  ...rest,
  writing: writing.provider,
  relay: relay.kind,
  shortcuts: Object.keys(shortcuts),
})

/** What another side said may repeat the post. */
const readLine = (line: string): unknown => {
  try {
    const { detail: _, text: __, ...said } = Object(JSON.parse(line))
    return said
  } catch {
    return null
  }
}

/** Takes out what people are called, where their folders are, and which servers they are on, wherever it stands. */
const hiding = ({ about, machine }: World, accounts: readonly AccountRecord[]) => {
  const named = accounts.flatMap(({ id, name, aliases, identity, settings }) =>
    [name, ...aliases, ...stringsIn(identity), ...stringsIn(settings)].map(
      (said) => [said, `[account ${id}]`] as const,
    ),
  )
  const system = machine.system()
  const places = [
    [about.home, '[data folder]'],
    [system['home'] ?? '', '[home]'],
    [system['user'] ?? '', '[user]'],
  ] as const
  // The longest first, so that no part of one is left standing. Short words say nothing about anybody.
  const all = [...named, ...places]
    .filter(([said]) => said.length >= SHORTEST)
    .toSorted(([a], [b]) => b.length - a.length)
  return (text: string): string =>
    all.reduce((hidden, [said, stands]) => hidden.replaceAll(JSON.stringify(said).slice(1, -1), stands), text)
}

/** In characters. */
const SHORTEST = 3

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value, ...hostsIn(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

const hostsIn = (value: string): string[] => (URL.canParse(value) ? [new URL(value).hostname].filter(Boolean) : [])
