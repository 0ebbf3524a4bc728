import { describe, expect, test } from 'vitest'
import { isReal, SUBJECTS } from './all-subjects.ts'
import { conform, type Row } from './conform.ts'
import { DOCUMENT, documentWith, isWhole } from './fault-document.ts'

/* Every channel that is tried against a real server, held to what all channels promise. */

const subjects = SUBJECTS.filter(isReal)
const rows: Row[] = []

for (const subject of subjects) {
  const why = subject.missing?.() ?? null
  const left = why === null ? '' : `, left out: ${why}`
  describe.skipIf(why !== null)(`${subject.key} (${subject.server})${left}`, () => {
    conform(subject, rows)
  })
}

test('the document on faults says what these trials came to', async (context) => {
  context.skip(!isWhole(rows, subjects), 'not every trial was made')
  await expect(documentWith('real', rows, subjects)).toMatchFileSnapshot(DOCUMENT)
})
