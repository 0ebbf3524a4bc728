import { text } from 'node:stream/consumers'

/** All of standard input, without the line end that closes it. */
export const readStdin = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '')
