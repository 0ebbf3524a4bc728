import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import type { Access, Channel, ChannelTools, Connected } from './channel.ts'
import { defineChannel } from './kit/define-channel.ts'
import { withRelays } from './nostr/circle.ts'
import { notLetIn, outcomeOfError, outcomeOfRelays } from './nostr/failures.ts'
import { createMarkerMaker } from './nostr/marker.ts'
import { findMentions } from './nostr/mentions.ts'
import { findPicture } from './nostr/picture.ts'
import { failureOf, lookup, publish, unpublish } from './nostr/publish.ts'
import { readBack } from './nostr/read-back.ts'
import { readLimits, rulesFor } from './nostr/relay-limits.ts'
import { type ClientKeys, connectSigner } from './nostr/remote-signer.ts'
import { findRanges } from './nostr/rich-text.ts'
import { nostrForm, type NostrSettings, nostrSettings, relaysOf } from './nostr/settings.ts'
import { SignerTrouble } from './nostr/signer-line.ts'
import { NOSTR } from './rules/nostr.ts'

/** Nostr: notes signed with the person's own key, on relays of the person's choice. */
export const createNostr = (tools: ChannelTools): Channel => {
  const makeMarker = createMarkerMaker(tools.clock)
  const clientKeys: ClientKeys = new Map()
  return defineChannel<NostrSettings>({
    rules: NOSTR,
    group: 'open',
    rulesFor,
    summary: 'Notes and threads on the relays of your choice, signed with your own key.',
    secret: {
      title: 'Private key or signer',
      description:
        'Your key as nsec1... or hexadecimal, which is sent nowhere; or the address of your signer, as bunker://... or alice@example.com.',
    },
    guide: [
      {
        text: 'Nostr has no accounts to sign up for: a key is all. Apps such as Primal or Damus make one; copy the private key (nsec1...) from their settings. Who has it can post as you for ever.',
        url: null,
      },
      {
        text: 'Or leave the key with a signer, such as nsec.app or Amber: make a connection there, copy its address (bunker://...), and allow Posthorn when it asks.',
        url: 'https://nsec.app',
      },
    ],
    reading: { ranges: findRanges },
    form: nostrForm,
    settings: nostrSettings,
    connect: (access) => connect(access, tools, clientKeys),
    plan: ({ text }) => makeMarker(text),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    readBack: (access, since) => readBack(access, since, tools),
    mentions: (access, typed) => findMentions(access, typed, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })
}

/** One relay that can be asked is enough; what the key may do there shows when it posts. */
const connect = async (
  access: Access<NostrSettings>,
  tools: ChannelTools,
  clientKeys: ClientKeys,
): Promise<Connected<NostrSettings>> => {
  const { settings, signal } = access
  try {
    const signer = await connectSigner(access, tools, clientKeys)
    const { standings, picture } = await withRelays(relaysOf(settings), signer, signal, async (circle) => ({
      picture: await findPicture(circle, signer.pubkey),
      standings: circle.standings(),
    }))
    if (standings.every(({ trouble }) => trouble !== null)) {
      const next: Sentence = 'Check the addresses of the relays and the connection, then try again.'
      return {
        kind: 'unreachable',
        failure: { ...failureOf(outcomeOfRelays(standings, tools)), next, told: undefined },
      }
    }
    const { npubEncode } = await import('nostr-tools/nip19')
    const limits = await readLimits(settings, signal)
    return {
      kind: 'valid',
      identity: npubEncode(signer.pubkey),
      settings: { ...settings, relays: relaysOf(settings).join(' '), limits },
      ...(picture !== undefined && { picture }),
    }
  } catch (error) {
    if (error instanceof SignerTrouble) {
      return { kind: error.kind === 'away' ? 'unreachable' : 'refused', failure: notLetIn(error) }
    }
    return { kind: 'refused', failure: failureOf(outcomeOfError(error, tools, settings.mediaServer)) }
  }
}
