import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChannels } from '../../../src-main/channels/index.ts'
import { tools } from '../channel-world.ts'
import { tableOf } from '../../fixtures/table-of.ts'
import type { Row } from './conform.ts'
import { TRIED, type Tried } from './faults.ts'
import type { Subject } from './subject.ts'

const CHANNELS = createChannels(tools)
export const DOCUMENT = join(import.meta.dirname, '../../../resources/docs/faults.md')

/** What each fault is, in words. */
const WHAT: Readonly<Record<Tried, string>> = {
  none: 'Nothing goes wrong.',
  'reset before the server': 'The connection breaks when the request is out; the server never saw it.',
  'reset after the server': 'The server has the post; the connection breaks before a byte of its answer.',
  'answer cut in half': 'The server has the post; half of its answer comes.',
  'answer late': 'The answer takes its time, and comes before the deadline.',
  'no answer at all': 'The server has the post; nothing comes until the deadline is over, and Posthorn hangs up.',
  '429 with Retry-After': 'The server wants a pause of 30 seconds.',
  '429 without': 'The server wants a pause, and does not say how long.',
  '500': 'The server has an error of its own: nobody knows how far it came.',
  '503': 'The server, or what stands before it, is overloaded.',
  'HTML for JSON': 'A page comes with status 200 where an answer should be.',
  'captive portal': 'The network of a hotel or a train sends the request to the page where one signs in.',
  '401': 'The credential is no longer good.',
  '403': 'The account may not do this.',
  '404': 'The server knows no such address.',
  '413': 'It is too large for the server.',
  '422': 'The server does not want this post.',
  'certificate expired': 'The certificate of the server has expired.',
  'certificate not valid yet': 'The certificate of the server begins later than today.',
  'certificate for another name': 'The certificate of the server is for another name.',
  'certificate of an unknown issuer': 'The certificate of the server is of an authority that is not known.',
  'no encryption': 'At an encrypted address somebody answers without encryption.',
  'ended before it was encrypted': 'The other side hangs up before the connection is encrypted.',
  'nobody listens': 'The connection is refused.',
  'name not found': 'No name server knows the name of the server.',
}

/** What is said, without what differs from channel to channel and from run to run. */
const plain = (words: string, key: string): string =>
  words
    .replace(/(localhost|127\.0\.0\.1)(:\d+)?|a{64}\.invalid/g, '‹server›')
    .replaceAll(nameOf({ channel: key }), '‹channel›')
    .replaceAll('|', '\\|')

const toldIn = ({ told, channel }: Row): string => {
  const words = told.map(({ message, next }) => plain(`${message} ${next}`, channel))
  return [...new Set(words)].join('<br>') || '–'
}

const nameOf = ({ channel }: Pick<Row, 'channel'>): string => CHANNELS.get(channel)?.descriptor.name ?? channel

const EVERY = 'every channel'

/** One table for a fault: the channels that came to the same stand together. */
const tableOfFault = (rows: readonly Row[]): string => {
  const groups = Map.groupBy(rows, (row) => [row.went.join(' → '), String(row.copies), toldIn(row)].join('\n'))
  const lines = [...groups].map(([same, those]) => {
    const [went = '', copies = '', told = ''] = same.split('\n')
    const names = groups.size === 1 ? EVERY : [...new Set(those.map(nameOf))].toSorted().join(', ')
    return [names, went, copies, told]
  })
  return tableOf([['channels', 'it was', 'stands', 'the person is told'], ...lines.toSorted(bySize)])
}

const bySize = ([a = '']: readonly string[], [b = '']: readonly string[]): number =>
  b.split(', ').length - a.split(', ').length || a.localeCompare(b)

/** Faults that come to the same everywhere are told of together. */
const details = (rows: readonly Row[], faults: readonly Tried[]): string[] => {
  const alike = Map.groupBy(faults, (fault) => tableOfFault(rows.filter((row) => row.fault === fault)))
  return [...alike].map(([table, those]) => {
    const what = those.map((fault) => (those.length === 1 ? WHAT[fault] : `- ${fault}: ${WHAT[fault]}`)).join('\n')
    return `### ${those.join(', ')}\n\n${what}\n\n${table}`
  })
}

const ENDS = ['published', 'unconfirmed', 'waiting', 'failed'] as const

/** For each fault, in how many trials the item ended as what, and the most copies that stand of a post. */
const overview = (rows: readonly Row[], faults: readonly Tried[]): string =>
  tableOf([
    ['what goes wrong', 'trials', ...ENDS.map((end) => `ends ${end}`), 'most copies'],
    ...faults.map((fault) => {
      const its = rows.filter((row) => row.fault === fault)
      const ended = ENDS.map((end) => String(its.filter(({ went }) => went.at(-1)?.startsWith(end)).length))
      return [fault, String(its.length), ...ended, String(Math.max(...its.map(({ copies }) => copies)))]
    }),
  ])

const leftOut = (subjects: readonly Subject[]): string[] =>
  subjects.flatMap((subject) => {
    const reasons = Map.groupBy(Object.entries(subject.apart ?? {}), ([, why]) => why)
    return [...reasons].map(([why, faults]) => {
      const which = faults.length === TRIED.length - 1 ? 'all' : faults.map(([fault]) => `\`${fault}\``).join(', ')
      return `- ${nameOf({ channel: subject.key })}: ${which}: ${why}.`
    })
  })

const counts = (rows: readonly Row[], subjects: readonly Subject[]): string => {
  const count = (wanted: (row: Row) => boolean) => String(rows.filter(wanted).length)
  const mute = new Set(subjects.flatMap(({ server, mute: why }) => (why === undefined ? [] : server)))
  const canBeAsked = ({ channel, server }: Row) => CHANNELS.get(channel)?.lookup !== undefined && !mute.has(server)
  return tableOf([
    ['trials', 'more than one copy', 'published, and it does not stand', 'unconfirmed, and it can be asked'],
    [
      String(rows.length),
      count(({ copies }) => copies > 1),
      count(({ went, copies }) => went.at(-1) === 'published' && copies === 0),
      count((row) => row.went.at(-1) === 'unconfirmed' && canBeAsked(row)),
    ],
  ])
}

/** All that the trials of these subjects came to: counts, then each fault, then what was left out. */
const describeRows = (rows: readonly Row[], subjects: readonly Subject[]): string => {
  const faults = TRIED.filter((fault) => rows.some((row) => row.fault === fault))
  return [
    counts(rows, subjects),
    overview(rows, faults),
    ...details(
      rows,
      faults.filter((fault) => fault !== 'none'),
    ),
    `### Left out\n\n${leftOut(subjects).join('\n')}`,
  ].join('\n\n')
}

/** The document on faults, with a part of it as the trials of this run came out. */
export const documentWith = (part: 'real' | 'contract', rows: readonly Row[], subjects: readonly Subject[]): string => {
  const text = readFileSync(DOCUMENT, 'utf8')
  const begin = `<!-- trials: ${part} -->\n`
  const from = text.indexOf(begin) + begin.length
  const to = text.indexOf('<!-- end -->', from)
  return `${text.slice(0, from)}\n${describeRows(rows, subjects)}\n\n${text.slice(to)}`
}

/** Whether every trial of these subjects was made in this run. */
export const isWhole = (rows: readonly Row[], subjects: readonly Subject[]): boolean =>
  subjects.every(({ key, server, apart = {} }) =>
    TRIED.every(
      (fault) =>
        fault in apart || rows.some((row) => row.server === server && row.channel === key && row.fault === fault),
    ),
  )
