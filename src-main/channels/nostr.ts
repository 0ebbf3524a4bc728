import type { Access, Channel, ChannelTools, Connected } from './channel.ts'
import { defineChannel } from './kit/define-channel.ts'
import { withRelays } from './nostr/circle.ts'
import { outcomeOfError, outcomeOfRelays } from './nostr/failures.ts'
import { openKey } from './nostr/keys.ts'
import { createMarkerMaker } from './nostr/marker.ts'
import { failureOf, lookup, publish, unpublish } from './nostr/publish.ts'
import { readBack } from './nostr/read-back.ts'
import { readLimits, rulesFor } from './nostr/relay-limits.ts'
import { findRanges } from './nostr/rich-text.ts'
import { nostrForm, type NostrSettings, nostrSettings, relaysOf } from './nostr/settings.ts'
import { NOSTR } from './rules/nostr.ts'

/** Nostr: notes signed with the person's own key, on relays of the person's choice. */
export const createNostr = (tools: ChannelTools): Channel => {
  const makeMarker = createMarkerMaker(tools.clock)
  return defineChannel<NostrSettings>({
    rules: NOSTR,
    group: 'open',
    rulesFor,
    summary: 'Notes and threads on the relays of your choice, signed with your own key.',
    secret: {
      title: 'Private key',
      description: 'Your key as nsec1... or hexadecimal. Posthorn signs with it here; it is sent nowhere.',
    },
    reading: { ranges: findRanges },
    form: nostrForm,
    settings: nostrSettings,
    connect: (access) => connect(access, tools),
    plan: ({ text }) => makeMarker(text),
    publish: (work) => publish(work, tools),
    lookup: (work) => lookup(work, tools),
    readBack: (access, since) => readBack(access, since, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })
}

/** One relay that can be asked is enough; what the key may do there shows when it posts. */
const connect = async (access: Access<NostrSettings>, tools: ChannelTools): Promise<Connected<NostrSettings>> => {
  const { settings, secret, signal } = access
  try {
    const signer = await openKey(secret)
    const standings = await withRelays(relaysOf(settings), signer, signal, (circle) =>
      Promise.resolve(circle.standings()),
    )
    if (standings.every(({ trouble }) => trouble !== null)) {
      const next = 'Check the addresses of the relays and the connection, then try again.'
      return { kind: 'unreachable', failure: { ...failureOf(outcomeOfRelays(standings, tools)), next } }
    }
    const { npubEncode } = await import('nostr-tools/nip19')
    const limits = await readLimits(settings, signal)
    return {
      kind: 'valid',
      identity: npubEncode(signer.pubkey),
      settings: { ...settings, relays: relaysOf(settings).join(' '), limits },
    }
  } catch (error) {
    return { kind: 'refused', failure: failureOf(outcomeOfError(error, tools, settings.mediaServer)) }
  }
}
