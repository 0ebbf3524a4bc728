import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { homeOf, wantsJson, withExamples } from '../act.ts'
import { fromHere } from '../input/from-here.ts'

/** `posthorn serve`: Posthorn without a window. */
export const declareServe = (program: Command): void => {
  withExamples(
    program
      .command('serve')
      .description('send what is scheduled, and show the interface in a browser, until stopped')
      .option('--port <number>', 'the port on this machine; 0 takes a free one', port, 0),
    'serve',
    'serve --port 8123',
    'serve --port 0 --json',
  ).action(async (flags: { port: number }, command: Command) => {
    const { serve } = await import('../serve.ts')
    const { POSTHORN_INTERFACE: named } = process.env
    const built = named ? fromHere(named) : resolve(import.meta.dirname, '../../../../out/renderer')
    await serve({ home: homeOf(command), port: flags.port, interfaceFolder: built, json: wantsJson(command) })
  })
}

const port = (value: string): number => {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 65_535) throw new InvalidArgumentError('Use a number from 0 to 65535.')
  return number
}
