import { z } from 'zod'

/** Relays asked at a time; more only make a post slower. */
const MAX_RELAYS = 20

const isLocal = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

/** Encrypted, or without leaving this computer; and nothing in it that a server would be told about the person. */
const isSafe = (address: string, encrypted: string, plain: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  return username === '' && password === '' && (protocol === encrypted || (protocol === plain && isLocal(hostname)))
}

/** Whether notes may go over this relay. */
export const isRelay = (address: string): boolean => isSafe(address, 'wss:', 'ws:')

const addressesIn = (typed: string): string[] => typed.split(/[\s,]+/).filter((address) => address !== '')

const webAddress = (error: string) =>
  z
    .string()
    .trim()
    .max(500)
    .refine((address) => isSafe(address, 'https:', 'http:'), error)

/** What a person fills in. */
export const nostrForm = z.strictObject({
  relays: z
    .string('Enter the address of a relay.')
    .max(4000)
    .refine((typed) => addressesIn(typed).length > 0, 'Enter the address of a relay.')
    .refine((typed) => addressesIn(typed).length <= MAX_RELAYS, `Use at most ${MAX_RELAYS} relays.`)
    .refine(
      (typed) => addressesIn(typed).every(isRelay),
      'Use addresses such as wss://relay.example.com; plain ws is only for a relay on this computer.',
    )
    .default('wss://relay.damus.io wss://nos.lol wss://relay.primal.net')
    .meta({ title: 'Relays', description: 'The servers that get your posts, with a space between them.' }),
  mediaServer: webAddress('Use an address such as https://blossom.example.com.')
    .default('https://blossom.primal.net')
    .meta({
      title: 'Media server',
      description: 'A Blossom or NIP-96 server, where pictures and videos of posts are kept.',
    }),
  viewer: webAddress('Use an address such as https://njump.me/.')
    .default('https://njump.me/')
    .meta({ title: 'Viewer', description: 'The website that links to your posts lead to.' }),
})

/** What is kept: with the least that the relays say they take. */
export const nostrSettings = nostrForm.extend({
  limits: z
    .object({ contentLength: z.int().positive().optional(), messageBytes: z.int().positive().optional() })
    .optional(),
})
export type NostrSettings = z.infer<typeof nostrSettings>

/** The relays, each once, in the order in which they were typed. */
export const relaysOf = ({ relays }: Pick<NostrSettings, 'relays'>): string[] => [
  ...new Set(
    addressesIn(relays).map((address) => {
      const url = new URL(address)
      url.hash = ''
      return url.pathname === '/' && url.search === '' ? url.origin : url.href
    }),
  ),
]

/** A relay as people know it. */
export const hostOf = (address: string): string => new URL(address).host
