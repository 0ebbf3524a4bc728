import type { Handlers } from '../core/gate.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import { withDeadline } from './account-desk.ts'
import type { Parts } from './parts.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** The smallest picture there is: some places keep nothing but media. */
const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const inOnePiece = async function* (bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}

const MAX_BYTES = 1_000_000
const TIMEOUT = 15_000

export const createRelayHandlers = ({ world, relay }: Pick<Parts, 'world' | 'relay'>) =>
  ({
    'relay.key': async ({ key }) => {
      await relay.keepKey(key)
      return { done: true } as const
    },
    'relay.test': () =>
      withDeadline(async (signal) => {
        const { hash } = await world.files.add({ bytes: inOnePiece(PICTURE), size: PICTURE.length }, () =>
          Promise.resolve(),
        )
        const path = world.files.path(hash)
        const file = { path, mime: 'image/png', name: 'posthorn-test.png', size: PICTURE.length }
        const put = await relay.put(file, { signal, onProgress: () => {} })
        try {
          await assertPublic(world, put.url)
        } catch (error) {
          // What was wrong first is what the person must hear of.
          await put
            .takeAway()
            .catch((left: unknown) => world.log.warn('a test file is left on the relay', { error: String(left) }))
          throw error
        }
        await put.takeAway()
        return { url: put.url }
      }),
  }) satisfies Partial<Handlers>

/** Fetches it as a network would: from outside, without any key. */
const assertPublic = async ({ web }: World, url: string): Promise<void> => {
  const found = await web
    .get(url, { maxBytes: MAX_BYTES, accept: 'image/*', timeoutMs: TIMEOUT })
    .catch((error: unknown) => hidden(error instanceof Refusal ? error.failure.message : String(error)))
  if (!found.mime.startsWith('image/')) hidden(`What stands there is ${found.mime || 'of no kind'} and not a picture.`)
}

const hidden = (why: string): never =>
  refuse(
    'unreachable',
    `The test file was put on the relay, but cannot be fetched from its public address. ${why}`,
    'Check the public address, and that everybody may read the files there.',
    { field: 'relay', told: because('relay-not-public') },
  )
