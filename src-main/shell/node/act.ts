import type { Command } from 'commander'
import { defaultHome } from '../default-home.ts'
import type { Caller } from './caller/caller.ts'
import { fromHere } from './input/from-here.ts'
import { createOutput, type Output } from './output/output.ts'

/** What a command works with. */
export type Work = { caller: Caller; out: Output }

/** The data folder: --home, else POSTHORN_HOME, else the system's place for it. */
export const homeOf = (command: Command): string => {
  const named = command.optsWithGlobals<{ home?: string }>().home ?? process.env['POSTHORN_HOME']
  return named ? fromHere(named) : defaultHome({})
}

export const wantsJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true

/** Makes a command's work its action: reaches Posthorn first, lets go of it at the end. */
export const act =
  <Args extends unknown[]>(run: (work: Work, ...args: Args) => Promise<void>) =>
  async (...args: unknown[]): Promise<void> => {
    const command = args.at(-1) as Command
    const { reach } = await import('./caller/reach.ts')
    const caller = await reach(homeOf(command))
    try {
      await run({ caller, out: createOutput(wantsJson(command)) }, ...(args.slice(0, -1) as Args))
    } finally {
      await caller.close()
    }
  }

/** Adds examples to a command's help. */
export const withExamples = (command: Command, ...lines: string[]): Command =>
  command.addHelpText('after', ['', 'Examples:', ...lines.map((line) => `  $ posthorn ${line}`)].join('\n'))
