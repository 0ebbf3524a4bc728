import { describe } from 'vitest'
import { isReal, SUBJECTS } from './all-subjects.ts'
import { conform, type Row } from './conform.ts'

/* Every channel that is tried against a real server, held to what all channels promise. */

for (const subject of SUBJECTS.filter(isReal)) {
  const why = subject.missing?.() ?? null
  const left = why === null ? '' : `, left out: ${why}`
  describe.skipIf(why !== null)(`${subject.key} (${subject.server})${left}`, () => {
    conform(subject, rows)
  })
}
