import type { Command } from 'commander'
import type { ChannelDescriptor } from '../../../../src-preload/contract/model/channel.ts'
import { act, withExamples } from '../act.ts'

/** `posthorn channels`: what can be connected, and with which settings. */
export const declareChannels = (program: Command): void => {
  withExamples(
    program.command('channels').description('the networks posts can be sent to, and their settings'),
    'channels',
    'channels --json',
  ).action(
    act(async ({ caller, out }) => {
      const channels = await caller.call('channels.list', {})
      out.result(channels, () => channels.entries.map(describe).join('\n\n'))
    }),
  )
}

const describe = ({ key, name, summary, settings, secret }: ChannelDescriptor): string => {
  const properties = Object.entries((settings['properties'] ?? {}) as Record<string, Setting>)
  const required = new Set(settings['required'] as string[] | undefined)
  return [
    `${key}: ${name}. ${summary}`,
    ...properties.map(([name, one]) => {
      const notes = [
        one.default === undefined ? null : `default ${JSON.stringify(one.default)}`,
        required.has(name) ? 'required' : null,
      ]
      const told = notes.filter((note) => note !== null).join(', ')
      return `  --set ${name}=...  ${one.description ?? one.title ?? ''}${told && ` (${told})`}`
    }),
    ...(secret ? [`  secret: ${secret.title}. ${secret.description}`] : []),
  ].join('\n')
}

type Setting = { title?: string; description?: string; default?: unknown }
