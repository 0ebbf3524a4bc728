import { Refusal, refuse } from '../../core/refusal.ts'
import type { Parts } from '../parts.ts'
import { because } from '../../core/told.ts'

const NAME = 'writing'

/** The key to a writing server. It is kept for that server alone: another address never gets to see it. */
export type ServerKey = {
  /** Null when none is kept for the server at that address. */
  read(url: string): Promise<string | null>
  /** Null forgets every key. */
  keep(key: string | null, url: string): Promise<void>
}

export const createServerKey = ({ secrets }: Pick<Parts, 'secrets'>): ServerKey => ({
  read: async (url) => {
    try {
      return await secrets.read(nameFor(url))
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.code !== 'secret-unreadable') throw error
      return refuse(
        'secret-unreadable',
        'The key to the writing server cannot be opened from here.',
        'Enter the key again.',
        { told: because('writer-key-locked') },
      )
    }
  },
  keep: async (key, url) => {
    if (key === null) return secrets.forget(NAME)
    if (!URL.canParse(url)) return chooseServer()
    await secrets.write(nameFor(url), key)
  },
})

const nameFor = (url: string): string => `${NAME}:${new URL(url).origin}`

const chooseServer = (): never =>
  refuse(
    'invalid-input',
    'A key belongs to one server, and none is chosen.',
    'Enter the address of the server first.',
    {
      field: 'writing.url',
      told: because('writer-key-no-server'),
    },
  )
