import { APIConnectionError, APIError } from 'openai'
import type { Network } from '../../core/ports.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

/** `url` up to `/v1`. */
export type Server = { url: string; model: string; key: string | null }

/** What went wrong with a writing server, for a person. */
export const serverFailure = (error: unknown, server: Server, network: Network, late: boolean): Refusal => {
  const { url, model } = server
  const detail = { detail: detailOf(error, server) }
  if (late) {
    return new Refusal(
      failed('unreachable', `${model} took too long to answer.`, 'Try again, or choose a smaller model.', {
        ...detail,
        told: because('writer-slow', { model }),
      }),
    )
  }
  if (error instanceof APIConnectionError) {
    return new Refusal(
      network.isOnline() || isLocal(url)
        ? failed(
            'unreachable',
            `The writing server at ${url} cannot be reached.`,
            'Start it, or correct its address in the settings.',
            { ...detail, told: because('writer-away', { url }) },
          )
        : failed(
            'offline',
            'This computer is offline.',
            'Use the built-in writer, or try again when the network is back.',
            { ...detail, told: because('writer-offline') },
          ),
    )
  }
  return new Refusal(
    error instanceof APIError
      ? answered(error, server, detail)
      : failed('channel-error', `${model} could not be asked.`, TRY_AGAIN, {
          ...detail,
          told: because('writer-not-asked', { model }),
        }),
  )
}

const TRY_AGAIN = 'Try again in a moment, or use the built-in writer.'

const answered = ({ status, code, message }: APIError, { url, model, key }: Server, detail: { detail: string }) => {
  if (status === 401 || status === 403) {
    return failed(
      'wrong-credentials',
      key === null ? `The writing server at ${url} wants a key.` : `The writing server at ${url} refuses the key.`,
      'Enter the key for this server in the settings.',
      { ...detail, told: because('writer-key', { url }) },
    )
  }
  if (status === 404 && /model/i.test(`${code ?? ''} ${message}`)) {
    return failed('not-found', `The writing server has no model "${model}".`, 'Choose a model that it has.', {
      ...detail,
      field: 'writing.model',
      told: because('writer-no-model', { model }),
    })
  }
  if (status === 404 || status === 405) {
    return failed(
      'not-found',
      `There is no writing server at ${url}.`,
      'Its address mostly ends in /v1; correct it in the settings.',
      {
        ...detail,
        field: 'writing.url',
        told: because('writer-not-there', { url }),
      },
    )
  }
  if (status === 402 || code === 'insufficient_quota') {
    return failed(
      'credits-exhausted',
      'The account at the writing server has no credit left.',
      'Add credit there, or use the built-in writer.',
      { ...detail, told: because('writer-no-credit') },
    )
  }
  if (status === 429) {
    return failed('rate-limited', 'The writing server was asked too often.', TRY_AGAIN, {
      ...detail,
      told: because('writer-too-often'),
    })
  }
  return failed('channel-error', `The writing server answered with an error (${status ?? 'no status'}).`, TRY_AGAIN, {
    ...detail,
    told: because('writer-error'),
  })
}

const isLocal = (url: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/.test(url)

/** What the other side said, without the key that it may repeat. */
const detailOf = (error: unknown, { key }: Server): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  const said = `${error instanceof Error ? error.message : String(error)}${cause}`
  return (key === null ? said : said.replaceAll(key, '***')).slice(0, 300)
}
