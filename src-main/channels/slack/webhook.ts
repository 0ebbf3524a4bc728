import type { Access } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, RequestFailed, sendRequest } from '../kit/send-request.ts'

const PATH = /^\/services\/(\w+)\/(\w+)\/(\w+)\/?$/

/** Reads the address of an incoming webhook: the workspace in it, and what proves it; null when it is none. */
export const readAddress = (secret: string | null): { url: URL; workspace: string; token: string } | null => {
  const typed = secret?.trim() ?? ''
  if (!isTrustworthy(typed)) return null
  const url = new URL(typed)
  const [, workspace, , token] = PATH.exec(url.pathname) ?? []
  if (workspace === undefined || token === undefined || url.username !== '' || url.password !== '') return null
  return { url, workspace, token }
}

export const secretsIn = (secret: string | null): string[] => {
  const typed = secret?.trim() ?? ''
  const address = readAddress(typed)
  return address ? [typed, address.url.pathname, address.token] : [typed]
}

export const WHERE =
  'On api.slack.com/apps, open your app > Incoming Webhooks, add one for the channel, and copy its URL.'

/** Posts to a webhook; throws `RequestFailed` for whatever is not `ok`. */
export const post = async (
  { secret, signal }: Pick<Access<object>, 'secret' | 'signal'>,
  json: object,
  writes?: true,
): Promise<Answer> => {
  const address = readAddress(secret)
  if (!address) throw new NoSecret('This is not the address of an incoming webhook of Slack.', WHERE)
  const answer = await sendRequest(address.url, { method: 'POST', json, ...(writes && { writes }), signal })
  if (answer.status !== 200 || answer.text.trim() !== 'ok') throw new RequestFailed(answer, writes ?? false)
  return answer
}
