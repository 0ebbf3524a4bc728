import { describe, expect, test } from 'vitest'
import { isReal, SUBJECTS } from './all-subjects.ts'
import { conform, type Row } from './conform.ts'
import { DOCUMENT, documentWith, isWhole } from './fault-document.ts'

/* Every channel that is tried against a server of the project's own making, held to what all channels promise. */

const subjects = SUBJECTS.filter((subject) => !isReal(subject))
const rows: Row[] = []

describe.each(subjects)('$key ($server)', (subject) => {
  conform(subject, rows)
})

test('the document on faults says what these trials came to', async (context) => {
  context.skip(!isWhole(rows, subjects), 'not every trial was made')
  await expect(documentWith('contract', rows, subjects)).toMatchFileSnapshot(DOCUMENT)
})
