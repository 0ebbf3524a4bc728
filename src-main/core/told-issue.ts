import type { z } from 'zod'
import type { Told } from '../../src-preload/contract/model/told.ts'
import { because } from './told.ts'

/** What is wrong with a field, by how its schema found it. */
export const toldIssue = (issue: z.core.$ZodIssue): Told => {
  if (issue.code === 'too_big') return because('field-too-long', { max: Number(issue.maximum) })
  if (issue.code !== 'too_small') return because('field-unfit')
  // A text that must have one letter at least is one that is missing.
  return issue.origin === 'string' && issue.minimum === 1
    ? because('field-missing')
    : because('field-too-small', { min: Number(issue.minimum) })
}
