import type { Problem, TargetCheck } from '../../../src-preload/contract/model/post.ts'

/** A problem, told once, with everyone it is about, and of how many files it is told at once. */
export type SharedProblem = Problem & { accountIds: string[]; files: number }

const isUndescribed = ({ code }: Problem): boolean => code === 'alt-missing'

/** Joins what is the same for several accounts, and of all files that an account has no description of; errors first. */
export const gatherProblems = (checks: Iterable<TargetCheck>): SharedProblem[] => {
  const found = new Map<string, SharedProblem>()
  for (const { accountId, problems } of checks) {
    const undescribed = problems.filter(isUndescribed)
    for (const problem of problems) {
      if (isUndescribed(problem) && problem !== undescribed[0]) continue
      const files = isUndescribed(problem) ? undescribed.length : 1
      const said = files > 1 ? `${problem.code} ${files}` : `${problem.message} ${problem.next}`
      const key = `${problem.severity} ${said}`
      const shared = found.get(key)
      if (shared) shared.accountIds.push(accountId)
      else found.set(key, { ...problem, accountIds: [accountId], files })
    }
  }
  const all = [...found.values()]
  return [...all.filter((one) => one.severity === 'error'), ...all.filter((one) => one.severity === 'warning')]
}

/** Names for them, in the same order, that stay while only the figures in their words change. */
export const problemKeys = (problems: readonly SharedProblem[]): string[] => {
  const alike = new Map<string, number>()
  return problems.map(({ code, field, accountIds, files }) => {
    const name = [code, field, files === 1, ...accountIds].join(' ')
    const before = alike.get(name) ?? 0
    alike.set(name, before + 1)
    return `${name} ${before}`
  })
}

export type CountTone = 'free' | 'near' | 'over'

/** How full: from nine tenths on it is worth a look, above the limit it will be refused. */
export const countTone = ({ used, max }: { used: number; max: number }): CountTone =>
  used > max ? 'over' : used >= max * 0.9 ? 'near' : 'free'

const URGENCY: readonly CountTone[] = ['over', 'near', 'free']

/** Those over their limit, then those near it, then the rest; as they were chosen, otherwise. */
export const byUrgency = <T extends { readonly count: { used: number; max: number } | null }>(
  told: readonly T[],
): T[] => {
  const rank = ({ count }: T): number => URGENCY.indexOf(count === null ? 'free' : countTone(count))
  return told.toSorted((a, b) => rank(a) - rank(b))
}
