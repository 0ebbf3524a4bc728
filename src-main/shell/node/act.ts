import type { Command } from 'commander'
import { defaultHome } from '../default-home.ts'
import type { Caller } from './caller/caller.ts'
import { fromHere } from './input/from-here.ts'
import { createOutput, type Output } from './output/output.ts'

/** What a command works with. */
export type Work = {
  caller: Caller
  out: Output
  /** Nothing is to be changed: the caller stops at the first change. */
  dry: boolean
}

/** The data folder: --home, else POSTHORN_HOME, else the system's place for it. */
export const homeOf = (command: Command): string => {
  const named = command.optsWithGlobals<{ home?: string }>().home ?? process.env['POSTHORN_HOME']
  return named ? fromHere(named) : defaultHome({})
}

export const wantsJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true

const wantsDry = (command: Command): boolean => command.optsWithGlobals<{ dryRun?: boolean }>().dryRun === true

/** Makes a command's work its action: reaches Posthorn first, lets go of it at the end. */
export const act =
  <Args extends unknown[]>(run: (work: Work, ...args: Args) => Promise<void>) =>
  async (...args: unknown[]): Promise<void> => {
    const command = args.at(-1) as Command
    const { reach } = await import('./caller/reach.ts')
    const caller = await reach(homeOf(command))
    const out = createOutput(wantsJson(command))
    const rest = args.slice(0, -1) as Args
    try {
      await (wantsDry(command)
        ? rehearse(caller, out, (dry) => run(dry, ...rest))
        : run({ caller, out, dry: false }, ...rest))
    } finally {
      await caller.close()
    }
  }

/** Runs a command up to its first change, and tells what that would have been. */
const rehearse = async (caller: Caller, out: Output, run: (work: Work) => Promise<void>): Promise<void> => {
  const { createDryCaller, WouldCall } = await import('./caller/dry-caller.ts')
  try {
    await run({ caller: createDryCaller(caller), out, dry: true })
  } catch (error) {
    if (!(error instanceof WouldCall)) throw error
    const { method, input } = error
    out.result({ dryRun: true, method, input }, () =>
      [
        'Nothing was changed. Without --dry-run this would be asked for:',
        `${method} ${JSON.stringify(input, null, 2)}`,
      ].join('\n'),
    )
  }
}

/** Adds examples to a command's help. */
export const withExamples = (command: Command, ...lines: string[]): Command =>
  command.addHelpText('after', ['', 'Examples:', ...lines.map((line) => `  $ posthorn ${line}`)].join('\n'))
