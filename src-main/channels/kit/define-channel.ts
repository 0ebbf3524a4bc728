import { z } from 'zod'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import { SIGN_IN_REDIRECT } from '../../../src-preload/contract/model/sign-in.ts'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Channel, Draft } from '../channel.ts'
import { checkDraft, type Reading } from '../check/check-draft.ts'
import { FITTABLE } from '../check/check-media.ts'
import { optionProblems, optionsOf } from '../check/check-options.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { describeFold, describeRules } from './describe-rules.ts'

/** A channel as its file writes it: with settings of its own type, and a form, rules and a reading for the rest. */
export type ChannelDefinition<S extends object> = Omit<Channel<S>, 'descriptor' | 'check'> &
  Pick<ChannelDescriptor, 'summary' | 'secret' | 'group'> & {
    /** How to get what it asks for, step by step; left out where its form says it all. */
    guide?: ChannelDescriptor['guide']
    /** Whose mark an account of it bears; left out: the channel's own. */
    standsFor?: ChannelDescriptor['standsFor']
    rules: NetworkRules
    /** Its rules as they are for one account, where servers differ; left out: the same for all. */
    rulesFor?: (settings: S) => NetworkRules
    /** What a person fills in; the settings without what the channel finds out by itself. */
    form: z.ZodType
    /** What it adds to its rules to judge a draft; where it hangs on the account, by its settings. */
    reading: Reading | ((settings: S) => Reading)
    /** What stands against a draft beside what its rules say. */
    judge?: (draft: Draft, settings: S) => readonly Problem[]
  }

/**
 * Makes of a channel with settings of its own type one that the registry holds: settings are parsed on the way in,
 * drafts are judged by its rules, and what it can is what it brings.
 */
export const defineChannel = <S extends Record<string, unknown>>(definition: ChannelDefinition<S>): Channel => {
  const { settings, rules, lookup, edit, readBack, destinations, unpublish, signIn, renew, mentions, host, handOver } =
    definition
  const find = handOver?.find?.bind(handOver)
  const typed = <T extends { settings: Record<string, unknown> }>(given: T): T & { settings: S } => ({
    ...given,
    settings: settings.parse(given.settings),
  })
  const options = optionsOf(rules)
  return {
    descriptor: describe(definition, options),
    settings,
    connect: (access) => definition.connect(typed(access)),
    check: async (draft, given) => {
      const own = settings.parse(given)
      const { reading } = definition
      const check = await checkDraft(
        definition.rulesFor?.(own) ?? rules,
        draft,
        typeof reading === 'function' ? reading(own) : reading,
      )
      const others = [...optionProblems(draft.options, options, rules.name), ...(definition.judge?.(draft, own) ?? [])]
      return { ...check, problems: [...check.problems, ...others] }
    },
    plan: (draft, given) => definition.plan(draft, settings.parse(given)),
    publish: (work) => definition.publish(typed(work)),
    ...(lookup && { lookup: (work) => lookup(typed(work)) }),
    ...(edit && { edit: (work, remote) => edit(typed(work), remote) }),
    ...(readBack && { readBack: (access, since) => readBack(typed(access), since) }),
    ...(destinations && { destinations: (access) => destinations(typed(access)) }),
    ...(signIn && {
      signIn: {
        port: signIn.port,
        ...(signIn.redirect !== undefined && { redirect: signIn.redirect }),
        begin: (asked) => signIn.begin(typed(asked)),
        finish: (asked, memory, arrived) => signIn.finish(typed(asked), memory, arrived),
      },
    }),
    ...(handOver && {
      handOver: {
        least: handOver.least,
        give: (work) => handOver.give(typed(work)),
        ...(find && { find: (work) => find(typed(work)) }),
        follow: (work, held) => handOver.follow(typed(work), held),
        takeBack: (work, held) => handOver.takeBack(typed(work), held),
      },
    }),
    ...(renew && { renew: (access) => renew(typed(access)) }),
    ...(mentions && { mentions: (access, text) => mentions(typed(access), text) }),
    ...(host && {
      host: {
        keep: (access, file, onProgress) => host.keep(typed(access), file, onProgress),
        drop: (access, id) => host.drop(typed(access), id),
      },
    }),
    ...(unpublish && { unpublish: (work, remote) => unpublish(typed(work), remote) }),
  }
}

const describe = <S extends object>(definition: ChannelDefinition<S>, options: z.ZodType): ChannelDescriptor => {
  const { rules, summary, secret, form, group } = definition
  const [limit] = rules.text
  return {
    key: rules.key,
    name: rules.name,
    summary,
    group,
    guide: definition.guide ?? [],
    signIn: definition.signIn !== undefined,
    redirect: definition.signIn?.port === 'fixed' ? (definition.signIn.redirect ?? SIGN_IN_REDIRECT) : null,
    mark: rules.mark,
    standsFor: definition.standsFor ?? null,
    settings: formSchema(form),
    secret,
    edits: definition.edit ? rules.edits : null,
    can: {
      thread: rules.thread,
      edit: definition.edit !== undefined,
      unpublish: definition.unpublish !== undefined,
      lookup: definition.lookup !== undefined,
      readBack: definition.readBack !== undefined,
      destinations: definition.destinations !== undefined,
      mentions: definition.mentions !== undefined,
      host: definition.host !== undefined,
      handOver: definition.handOver !== undefined,
    },
    textLimit: limit ? { max: limit.max, unit: limit.counting === 'bytes' ? 'bytes' : 'characters' } : null,
    emphasis: [...(rules.emphasis ?? [])],
    rates: [...rules.rates],
    options: formSchema(options),
    media: {
      max: Math.max(...rules.content.map(({ media }) => media[1])),
      mimes: [...(rules.images ? FITTABLE : []), ...(rules.videos?.mimes ?? [])],
      altMax: rules.altMax,
    },
    allows: describeRules(rules, {
      scheduleMinutes: definition.handOver ? Math.ceil(definition.handOver.least / 60_000) : null,
      perAccount: definition.rulesFor !== undefined,
    }),
    fold: rules.fold ? describeFold(rules.fold) : null,
    look: { as: 'post', several: 'grid', filesFirst: false, ...rules.look },
  }
}

const formSchema = (form: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' })
  return schema
}
