import { z } from 'zod'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Channel } from '../channel.ts'

/** A channel as its file writes it: with settings of its own type, the form of the account made from `form`. */
export type ChannelDefinition<S extends object> = Omit<Channel<S>, 'descriptor'> & {
  descriptor: Omit<ChannelDescriptor, 'settings'>
  /** What a person fills in; the settings without what the channel finds out by itself. */
  form: z.ZodType
}

/** Makes of a channel with settings of its own type one that the registry holds: settings are parsed on the way in. */
export const defineChannel = <S extends Record<string, unknown>>(definition: ChannelDefinition<S>): Channel => {
  const { settings, lookup, edit, unpublish } = definition
  const typed = <T extends { settings: Record<string, unknown> }>(given: T): T & { settings: S } => ({
    ...given,
    settings: settings.parse(given.settings),
  })
  return {
    descriptor: { ...definition.descriptor, settings: formSchema(definition.form) },
    settings,
    connect: (access) => definition.connect(typed(access)),
    check: (draft, given) => definition.check(draft, settings.parse(given)),
    plan: (draft, given) => definition.plan(draft, settings.parse(given)),
    publish: (work) => definition.publish(typed(work)),
    ...(lookup && { lookup: (work) => lookup(typed(work)) }),
    ...(edit && { edit: (work, remote) => edit(typed(work), remote) }),
    ...(unpublish && { unpublish: (work, remote) => unpublish(typed(work), remote) }),
  }
}

const formSchema = (form: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' })
  return schema
}
