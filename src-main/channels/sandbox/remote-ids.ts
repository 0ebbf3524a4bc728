import { createHash } from 'node:crypto'

/** What a network would call a post, and where it would be found. */
export type Address = { id: string; url: string | null }

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Makes the parts of ids out of a seed: always the same for the same seed. */
const drawFrom = (seed: string) => {
  const digest = createHash('sha256').update(seed).digest()
  const number = BigInt(`0x${digest.toString('hex')}`)
  return {
    /** So many digits, the first not 0. */
    digits: (length: number) => String(10n ** BigInt(length - 1) + (number % (9n * 10n ** BigInt(length - 1)))),
    letters: (length: number) => [...digest.subarray(0, length)].map((byte) => ALPHABET[byte % 64] ?? 'A').join(''),
    small: (length: number) => number.toString(36).slice(0, length),
    hex: () => digest.toString('hex'),
  }
}

type Draw = ReturnType<typeof drawFrom>
type Shape = (draw: Draw, handle: string) => Address

/** As each network names its posts. */
const SHAPES: Readonly<Record<string, Shape>> = {
  bluesky: (draw, handle) => {
    const key = `3l${draw.small(11).replace(/[0189]/g, 'k')}`
    return {
      id: `at://did:plc:sandbox/app.bsky.feed.post/${key}`,
      url: `https://bsky.app/profile/${handle}/post/${key}`,
    }
  },
  mastodon: (draw, handle) => simple(draw.digits(18), `https://mastodon.example/@${handle}/`),
  x: (draw) => simple(draw.digits(19), 'https://x.com/i/status/'),
  instagram: (draw) => ({ id: draw.digits(17), url: `https://instagram.com/p/${draw.letters(11)}` }),
  facebook: (draw) => simple(`1000${draw.digits(11)}_${draw.digits(15)}`, 'https://www.facebook.com/'),
  threads: (draw, handle) => ({
    id: draw.digits(17),
    url: `https://www.threads.net/@${handle}/post/${draw.letters(11)}`,
  }),
  linkedin: (draw) => simple(`urn:li:share:${draw.digits(19)}`, 'https://www.linkedin.com/feed/update/'),
  tiktok: (draw, handle) => simple(draw.digits(19), `https://www.tiktok.com/@${handle}/video/`),
  youtube: (draw) => simple(draw.letters(11), 'https://www.youtube.com/watch?v='),
  pinterest: (draw) => simple(draw.digits(18), 'https://www.pinterest.com/pin/'),
  'google-business': (draw) => ({
    id: `accounts/${draw.digits(20)}/locations/${draw.digits(19)}/localPosts/${draw.digits(18)}`,
    url: `https://local.google.com/place?id=${draw.digits(19)}`,
  }),
  telegram: (draw, handle) => simple(draw.digits(5), `https://t.me/${handle}/`),
  discord: (draw) => simple(draw.digits(19), `https://discord.com/channels/${draw.digits(18)}/${draw.digits(18)}/`),
  slack: (draw) => ({ id: `${draw.digits(13)}-${draw.hex().slice(0, 16)}`, url: null }),
  reddit: (draw) => {
    const id = draw.small(7)
    return { id: `t3_${id}`, url: `https://www.reddit.com/comments/${id}` }
  },
  wordpress: (draw) => simple(draw.digits(5), 'https://blog.example/?p='),
  ghost: (draw) => simple(draw.hex().slice(0, 24), 'https://blog.example/p/'),
  nostr: (draw) => ({ id: draw.hex(), url: `https://njump.me/${draw.hex()}` }),
}

const simple = (id: string, before: string): Address => ({ id, url: before + id })

/** The address of a post that is nowhere, in the form of its network. */
export const addressOf = (network: string, handle: string, seed: string): Address => {
  const shape = SHAPES[network]
  if (!shape) throw new Error(`No form of address is known for ${network}.`)
  return shape(drawFrom(`${network} ${seed}`), handle)
}
