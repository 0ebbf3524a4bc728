import type { Command } from 'commander'
import type { Settings } from '../../../../src-preload/contract/model/settings.ts'
import { act, withExamples } from '../act.ts'
import { typedSettings } from '../input/typed-settings.ts'
import { facts } from '../output/table.ts'

/** `posthorn settings ...`: what holds for the whole of Posthorn. */
export const declareSettings = (program: Command): void => {
  const settings = program.command('settings').description('what holds for the whole of Posthorn')
  withExamples(settings.command('get').description('all settings'), 'settings get').action(
    act(async ({ caller, out }) => {
      const current = await caller.call('settings.get', {})
      out.result(current, () => lines(current))
    }),
  )
  withExamples(
    settings.command('set <key=value...>').description('change settings; what is not named stays'),
    'settings set zone=Europe/Berlin',
    'settings set paused=true notify.published=false',
    'settings set lateness.withinMinutes=60 lateness.then=skip',
  ).action(
    act(async ({ caller, out }, pairs: string[]) => {
      const current = await caller.call('settings.get', {})
      const changed = await caller.call('settings.update', merge(current, typedSettings(pairs, await schema())))
      out.result(changed, () => lines(changed))
    }),
  )
}

/** Read when needed: the help of other commands should not wait for it. */
const schema = async (): Promise<object> => {
  const { z } = await import('zod')
  const { settings } = await import('../../../../src-preload/contract/model/settings.ts')
  return z.toJSONSchema(settings)
}

/** A group is replaced whole, so what is not named in it is taken from what holds now. */
const merge = (current: Settings, change: Record<string, unknown>): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? { ...Object(Reflect.get(current, key)), ...value } : value,
    ]),
  )

const lines = (settings: Settings): string =>
  facts(
    Object.fromEntries(
      Object.entries(settings).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, String(one)])
          : [[key, String(value)]],
      ),
    ),
  )
