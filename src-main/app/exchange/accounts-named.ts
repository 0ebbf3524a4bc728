import type { Channel } from '../../channels/channel.ts'
import type { AccountRecord } from '../../core/records.ts'
import type { PostFile } from './post-file.ts'

type Found = { kind: 'account'; account: AccountRecord } | { kind: 'unknown' | 'ambiguous'; name: string }

/** Whom the names in a file mean. */
export type AccountsNamed = {
  byName(name: string): Found
  /** Whom an id in an export means, here or where it was written. */
  byFileId(id: string): Found
}

const same = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (name: string): string => name.trim().toLowerCase().replace(/^@/, '')

/** `names`: what the person said a name means. */
export const createAccountsNamed = (
  accounts: readonly AccountRecord[],
  channels: ReadonlyMap<string, Channel>,
  names: Readonly<Record<string, string>>,
  known: PostFile | null,
): AccountsNamed => {
  const only = (found: readonly AccountRecord[], name: string): Found => {
    const [first, second] = found
    if (first === undefined) return { kind: 'unknown', name }
    return second === undefined ? { kind: 'account', account: first } : { kind: 'ambiguous', name }
  }

  const byName = (name: string): Found => {
    const told = accounts.find(({ id }) => id === names[name] || id === name)
    if (told) return { kind: 'account', account: told }
    const ways: ((account: AccountRecord) => boolean)[] = [
      (account) => same(account.name, name),
      (account) => same(account.identity, name),
      (account) => account.aliases.some((alias) => same(alias, name)),
      ({ channel }) => same(channel, name) || same(channels.get(channel)?.descriptor.name ?? '', name),
    ]
    for (const way of ways) {
      const found = accounts.filter(way)
      if (found.length > 0) return only(found, name)
    }
    return { kind: 'unknown', name }
  }

  const byFileId = (id: string): Found => {
    const there = known?.accounts.find((one) => one.id === id)
    if (!there) return byName(id)
    const onIt = accounts.filter(({ channel }) => channel === there.channel)
    const alike = onIt.filter((account) => there.identity !== '' && same(account.identity, there.identity))
    const match =
      accounts.find((account) => account.id === id) ??
      alike.find((account) => same(account.name, there.name)) ??
      alike[0] ??
      onIt.find((account) => same(account.name, there.name))
    return match ? { kind: 'account', account: match } : byName(there.name)
  }

  const remembered = <T>(find: (key: string) => T) => {
    const found = new Map<string, T>()
    return (key: string): T => {
      const known = found.get(key) ?? find(key)
      found.set(key, known)
      return known
    }
  }

  return { byName: remembered(byName), byFileId: remembered(byFileId) }
}
