import type { MirrorPlace } from '../../src-renderer/composer/draft/draft-mirror.ts'

/** What a browser keeps for a page, in memory. */
export const createManualStorage = (): MirrorPlace['storage'] & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** Locks as the browser has them, one set for all tabs; a dead tab's locks are let go. */
export const createManualLocks = (): { tab(): { locks: Pick<LockManager, 'request'>; die(): void } } => {
  const held = new Map<string, object>()
  return {
    tab: () => {
      const self = {}
      const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
        const [options, callback] = (rest.length === 2 ? rest : [{}, rest[0]]) as [
          { ifAvailable?: boolean },
          (lock: object | null) => unknown,
        ]
        if (held.has(name)) return Promise.resolve(options.ifAvailable === true ? callback(null) : undefined)
        held.set(name, self)
        return Promise.resolve(callback({ name })).finally(() => held.delete(name))
      }
      return {
        locks: { request },
        die: () => held.forEach((owner, name) => owner === self && held.delete(name)),
      }
    },
  }
}
