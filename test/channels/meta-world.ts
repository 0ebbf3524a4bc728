import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Draft } from '../../src-main/channels/channel.ts'
import { APP, metaSession, startMetaContractServer } from '../fixtures/meta-contract-server.ts'
import { channelNamed, draftOf, sessionSlot, type TestWork, workOf } from './channel-world.ts'

/** A channel of Meta's, its contract server, and work for it by an account that is signed in. */
export const startMeta = async (key: 'facebook' | 'instagram' | 'threads', token?: string) => {
  const contract = await startMetaContractServer()
  const channel = channelNamed(key)
  const account = { settings: { clientId: APP.clientId, server: contract.url }, secret: APP.secret }
  const work = (draft: Partial<Draft> | string, about: Partial<TestWork> = {}): TestWork =>
    workOf(channel, draftOf(draft), { ...account, session: sessionSlot(metaSession(token)), ...about })
  const published = async (sent: TestWork) => {
    const outcome = await channel.publish(sent)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  /** What was asked, as `POST feed`; nodes by the word node. */
  const asked = () =>
    contract.requests.map(
      ({ method, path }) => `${method} ${(path.split('/').at(-1) ?? '').replace(/^[\d_]+$/, 'node')}`,
    )
  return { contract, channel, account, work, published, asked }
}

export const picture = (width = 400, height = 400, format: 'png' | 'webp' | 'jpeg' = 'png') =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()

export const film = (size: number) => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(size)])
