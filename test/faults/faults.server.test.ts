import dns from 'node:dns'
import { AtpAgent } from '@atproto/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startEncryptedLine } from '../servers/bad-addresses.ts'
import { FLAWS, trustAuthority } from '../servers/certificates.ts'
import { type Fault, type FaultProxy, FAULTS, startFaultProxy } from '../servers/fault-proxy.ts'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { startSnac, type Snac, whyNoSnac } from '../servers/snac.ts'
import { assertHonest, publishThrough, type Trouble } from './publish-through.ts'

/*
 * The whole core against real servers, with one thing going wrong on the line: whatever it is, the post stands once in
 * the end, and while it does not the person is told why and what comes next.
 */

type EncryptedLine = Awaited<ReturnType<typeof startEncryptedLine>>

let distrust = () => {}
beforeAll(() => {
  distrust = trustAuthority()
})
afterAll(() => distrust())

/** What goes wrong before anything is sent, until the person was told of it. */
const addressFaults = (line: () => EncryptedLine): (Required<Trouble> & { name: string })[] => [
  ...FLAWS.map((flaw) => ({
    name: `certificate: ${flaw}`,
    goWrong: () => line().show(flaw),
    lasting: {
      says: /^The certificate of localhost:\d+ cannot be trusted: /,
      goRight: () => line().show('right'),
    },
  })),
  {
    name: 'name not found',
    goWrong: () => {
      line().show('right')
      vi.spyOn(dns, 'lookup').mockImplementation(nobodyKnows as typeof dns.lookup)
    },
    lasting: { says: /^The name localhost:\d+ cannot be found\.$/, goRight: () => void vi.restoreAllMocks() },
  },
]
const nobodyKnows = (name: string, _options: unknown, done: (error: Error) => void) =>
  process.nextTick(done, Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))

describe('Bluesky', () => {
  let pds: Pds
  let line: FaultProxy
  let encrypted: EncryptedLine
  let alice: PdsAccount

  beforeAll(async () => {
    pds = await startPds()
    line = await startFaultProxy(pds.url)
    encrypted = await startEncryptedLine(pds.url, 'right')
    alice = await pds.createAccount('alice.test', 'a long password')
  })
  afterAll(async () => {
    await line?.close()
    await encrypted?.close()
    await pds?.close()
  })

  const copiesOf = async (text: string) => {
    const { data } = await new AtpAgent({ service: pds.url }).com.atproto.repo.listRecords({
      repo: alice.did,
      collection: 'app.bsky.feed.post',
      limit: 100,
    })
    return data.records.filter(({ value }) => value['text'] === text).length
  }
  const accountAt = (service: string) => ({
    settings: { service, identifier: 'alice.test' },
    secret: alice.appPassword,
  })

  test.each<Fault>(FAULTS)('%s: the post stands once', async (fault) => {
    const text = `Through: ${fault}`
    const goWrong = () => line.arm(fault, 'repo.createRecord')
    const { state, told } = await publishThrough('bluesky', accountAt(line.url), text, { goWrong })
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    assertHonest(told)
  })

  test.each(addressFaults(() => encrypted))('$name: the post waits and says why, then stands once', async (fault) => {
    const text = `Through: ${fault.name}`
    const { state, told } = await publishThrough('bluesky', accountAt(encrypted.url), text, fault)
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    expect(told).toContainEqual(
      expect.objectContaining({ state: 'waiting', message: expect.stringMatching(fault.lasting.says) }),
    )
    assertHonest(told)
  })
})

const why = whyNoSnac()
describe.skipIf(why !== null)(`Mastodon's API${why === null ? '' : `, left out: ${why}`}`, () => {
  let snac: Snac
  let line: FaultProxy
  let encrypted: EncryptedLine
  let token = ''

  beforeAll(async () => {
    snac = await startSnac()
    token = await snac.createAccount('alice')
    line = await startFaultProxy(snac.url)
    encrypted = await startEncryptedLine(snac.url, 'right')
  })
  afterAll(async () => {
    await line?.close()
    await encrypted?.close()
    await snac?.close()
  })

  const copiesOf = async (text: string) => {
    const answer = await fetch(`${snac.url}/api/v1/timelines/home?limit=40`, {
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
    })
    return ((await answer.json()) as { content: string }[]).filter(({ content }) => content.includes(text)).length
  }

  test.each<Fault>(FAULTS)('%s: the post stands once', async (fault) => {
    const text = `Through ${fault.replaceAll('-', ' ')}.`
    const goWrong = () => line.arm(fault, '/api/v1/statuses')
    const account = { settings: { server: line.url }, secret: token }
    const { state, told } = await publishThrough('mastodon', account, text, { goWrong })
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    assertHonest(told)
  })

  test.each(addressFaults(() => encrypted))('$name: the post waits and says why, then stands once', async (fault) => {
    const text = `Through ${fault.name.replaceAll(/\W/g, ' ')}.`
    const account = { settings: { server: encrypted.url }, secret: token }
    const { state, told } = await publishThrough('mastodon', account, text, fault)
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    expect(told).toContainEqual(
      expect.objectContaining({ state: 'waiting', message: expect.stringMatching(fault.lasting.says) }),
    )
    assertHonest(told)
  })
})
