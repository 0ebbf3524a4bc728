import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { ChannelDescriptor } from '../../../../src-preload/contract/model/channel.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { readStdin } from './stdin.ts'

/** Where a secret comes from, as the flags say. Never from the command line itself: other programs can read that. */
export type SecretFlags = { secretEnv?: string; secretStdin?: boolean }

/** The secret of an account: from a variable, from standard input, or asked on the terminal without showing it. */
export const readSecret = async (
  { secretEnv, secretStdin }: SecretFlags,
  { name, secret }: Pick<ChannelDescriptor, 'name' | 'secret'>,
): Promise<string | undefined> => {
  if (secret === null) return undefined
  if (secretEnv !== undefined) {
    return (
      process.env[secretEnv] ||
      refuseInEnglish(
        'invalid-input',
        `The variable ${secretEnv} is not set.`,
        `Set it to the ${secret.title.toLowerCase()}.`,
        {
          field: 'secret',
        },
      )
    )
  }
  if (secretStdin) return readStdin()
  return process.stdin.isTTY ? ask(`${secret.title} (${name})`) : undefined
}

const ask = async (question: string): Promise<string> => {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 })
  prompt.once('SIGINT', () => process.exit(130))
  process.stderr.write(`${question}: `)
  try {
    return await prompt.question('')
  } finally {
    prompt.close()
    process.stderr.write('\n')
  }
}
