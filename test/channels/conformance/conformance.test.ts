import { describe } from 'vitest'
import { isReal, SUBJECTS } from './all-subjects.ts'
import { conform, type Row } from './conform.ts'

/* Every channel that is tried against a server of the project's own making, held to what all channels promise. */

describe.each(SUBJECTS.filter((subject) => !isReal(subject)))('$key ($server)', (subject) => {
  conform(subject, rows)
})
