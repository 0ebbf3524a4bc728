import type { z } from 'zod'

/** One thing that is wrong with a request: where it is, and what is wrong there. */
export type Fault = {
  path: readonly (string | number)[]
  /** Zod's word for it, such as `too_small`. */
  code: string
  message: string
  /** The field is not there at all. */
  missing: boolean
  minimum?: number
  maximum?: number
}

/** A request that is not what its dialect asks for. Each dialect says so in its own shape. */
export class Malformed extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults[0]?.message ?? 'The request is not valid.')
    this.name = 'Malformed'
    this.faults = faults
  }
}

/** Stops a request for one fault. */
export const malformed = (
  path: readonly (string | number)[],
  message: string,
  about: { code?: string; missing?: boolean } = {},
): never => {
  throw new Malformed([{ path, message, code: about.code ?? 'custom', missing: about.missing ?? false }])
}

/** What zod found wrong in `given`; unknown keys become one fault each, at their own place. */
export const faultsOf = (error: z.ZodError, given: unknown): Fault[] =>
  error.issues.flatMap((issue): Fault[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: issue.code,
        message: `There is no "${key.slice(0, 80)}".`,
        missing: false,
      }))
    }
    return [
      {
        path,
        code: issue.code,
        message: issue.message,
        missing: isMissing(given, path),
        ...('minimum' in issue && { minimum: Number(issue.minimum) }),
        ...('maximum' in issue && { maximum: Number(issue.maximum) }),
      },
    ]
  })

const isMissing = (given: unknown, path: readonly (string | number)[]): boolean => {
  let value = given
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return true
    value = (value as Record<string | number, unknown>)[step]
  }
  return value === undefined || value === null
}
