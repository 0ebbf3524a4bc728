import type { Handlers } from '../core/gate.ts'
import { refuse } from '../core/refusal.ts'
import type { Store } from '../core/ports.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** Everything as one file, out and in; and what of the file cannot be read. */
export const createArchiveHandlers = ({ keeping, store }: World) => {
  const whole = () =>
    keeping?.whole ??
    refuse('not-authorised', 'What test keys write is not exported.', 'Use the app, or its command line.', {
      told: because('test-key-keeps-none'),
    })
  return {
    'archive.export': async ({ path, passphrase }) => whole().export({ path, passphrase: passphrase ?? null }),
    'archive.import': async ({ path, passphrase, replace }) => {
      const running = whole()
      if (!replace) await assertEmpty(store)
      return running.import({ path, passphrase: passphrase ?? null })
    },
    'archive.job': async () => ({ job: whole().job() }),
    'archive.cancel': async () => {
      whole().cancel()
      return { done: true } as const
    },
    'unreadable.list': async () => ({ entries: await store.unreadableRows(MOST) }),
  } satisfies Partial<Handlers>
}

const MOST = 500

/** The ready-made folder account alone is nothing. */
const assertEmpty = async (store: Store): Promise<void> => {
  const accounts = (await store.accounts.list()).length
  const { entries } = await store.posts.list({ order: 'changed', limit: 1 })
  if (accounts <= 1 && entries.length === 0) return
  refuse(
    'illegal-transition',
    'There are posts or accounts here already, and the import takes their place.',
    'Say that they may be replaced; they are set aside as a snapshot first.',
    { field: 'replace', told: because('replace-unsaid') },
  )
}
