import { Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { latePart } from '../../src-renderer/ui/late-part.tsx'

const shown = (Part: ReturnType<typeof latePart<{ name: string }>>): string =>
  renderToString(
    <Suspense fallback="one moment">
      <Part name="the harbour" />
    </Suspense>,
  )

test('what was fetched ahead is there in the very first drawing; nobody sees that it comes apart', async () => {
  let fetched = 0
  const Part = latePart(async () => {
    fetched += 1
    return ({ name }: { name: string }) => <p>Hello from {name}</p>
  })
  expect(shown(Part)).toContain('one moment')
  await Part.ahead()
  expect(shown(Part)).not.toContain('one moment')
  expect(shown(Part)).toMatch(/Hello from .*the harbour/)
  expect(fetched).toBeLessThanOrEqual(2)
})

test('what cannot be fetched ahead is fetched once more when it is asked for', async () => {
  let tries = 0
  const Part = latePart<{ name: string }>(async () => {
    tries += 1
    if (tries === 1) throw new Error('The disk is away.')
    return ({ name }) => <p>{name}</p>
  })
  await Part.ahead()
  await Part.ahead()
  expect(shown(Part)).toContain('the harbour')
})
