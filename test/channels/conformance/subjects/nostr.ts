import { nsecEncode } from 'nostr-tools/nip19'
import { generateSecretKey } from 'nostr-tools/pure'
import { startNostrRelay } from '../../../servers/nostr-relay.ts'
import { apartFromAll } from '../faults.ts'
import type { Subject } from '../subject.ts'

export const subject: Subject = {
  key: 'nostr',
  server: 'real @nostr-relay/core 0.0.40',
  publishes: 'EVENT',
  apart: apartFromAll('it speaks through sockets, which have cuts and refusals of their own: nostr.server.test.ts'),
  open: async () => {
    const relay = await startNostrRelay()
    const secret = nsecEncode(generateSecretKey())
    return {
      origin: relay.url.replace('ws:', 'http:'),
      account: () => Promise.resolve({ settings: { relays: relay.url }, secret }),
      standing: () => Promise.resolve(relay.events().length),
      close: () => relay.close(),
    }
  },
}
