import type { Problem, TargetCheck } from '../../../src-preload/contract/model/post.ts'

/** A problem, told once, with everyone it is about. */
export type SharedProblem = Problem & { accountIds: string[] }

/** Joins what is the same for several accounts; errors first. */
export const gatherProblems = (checks: Iterable<TargetCheck>): SharedProblem[] => {
  const found = new Map<string, SharedProblem>()
  for (const { accountId, problems } of checks) {
    for (const problem of problems) {
      const key = `${problem.severity} ${problem.message} ${problem.next}`
      const shared = found.get(key)
      if (shared) shared.accountIds.push(accountId)
      else found.set(key, { ...problem, accountIds: [accountId] })
    }
  }
  const all = [...found.values()]
  return [...all.filter((one) => one.severity === 'error'), ...all.filter((one) => one.severity === 'warning')]
}

export type CountTone = 'free' | 'near' | 'over'

/** How full: from nine tenths on it is worth a look, above the limit it will be refused. */
export const countTone = ({ used, max }: { used: number; max: number }): CountTone =>
  used > max ? 'over' : used >= max * 0.9 ? 'near' : 'free'
