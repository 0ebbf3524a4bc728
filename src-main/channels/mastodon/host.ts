import { openAsBlob } from 'node:fs'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools, Hosted, Offered } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { failureOf } from './failures.ts'
import { placeOf, upload } from './media.ts'
import { isMissing, openServer, saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'

/*
 * A file that belongs to no post has a public address all the same. Servers take such files away by themselves after a
 * day or so, long after a network has fetched them.
 */

export const keep = async (
  access: Access<MastodonSettings>,
  file: Offered,
  onProgress: (sent: number) => void,
  tools: ChannelTools,
): Promise<Hosted> => {
  try {
    const server = await openServer(access)
    const form = new FormData()
    form.append('file', await openAsBlob(file.path, { type: file.mime }), file.name)
    const { id, url } = await upload(form, server, access.signal, onProgress)
    return { kind: 'hosted', id, url: url ?? nowhere(server.host) }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, tools, access) }
  }
}

/** What is gone already is gone; but a server that has no such method says the same of what is there. */
export const drop = async (
  access: Access<MastodonSettings>,
  id: string,
  tools: ChannelTools,
): Promise<{ kind: 'gone' } | { kind: 'failed'; failure: Failure }> => {
  try {
    const server = await openServer(access)
    if (await isTaken(server, id)) return { kind: 'gone' }
    if (await isGone(server, id)) return { kind: 'gone' }
    return { kind: 'failed', failure: cannotDrop(server.host) }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, tools, access) }
  }
}

/** An empty answer is no JSON, and a success. */
const isTaken = async (server: Server, id: string): Promise<boolean> => {
  try {
    await server.ask('DELETE', placeOf(id))
    return true
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 200 && error.answer.text.trim() === '') return true
    if (saysNothing(error)) return false
    throw error
  }
}

const isGone = async (server: Server, id: string): Promise<boolean> => {
  try {
    await server.ask('GET', placeOf(id))
    return false
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

const nowhere = (host: string): never =>
  refuse('channel-error', `${host} took the file and did not say where it is.`, 'Choose another media relay.')

const cannotDrop = (host: string): Failure =>
  failed(
    'channel-unsupported',
    `${host} does not let programs take a file away: that came with Mastodon 4.4.`,
    'Nothing to do: it takes files that belong to no post away by itself.',
  )
