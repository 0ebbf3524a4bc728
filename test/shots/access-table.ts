import { tableOf } from '../fixtures/table-of.ts'
import type { Judged } from '../journeys/kit/look-for-barriers.ts'

/** How every screen was judged, as a page of the documents: a line for each room, a column for each look. */
export const accessTable = (
  judged: ReadonlyMap<string, ReadonlyMap<string, Judged>>,
  looks: readonly string[],
): string => {
  const cell = (one: Judged | undefined): string =>
    one === undefined ? '' : one.barriers.length === 0 ? `${one.held} held` : `**${one.barriers.length} broken**`
  const all = [...judged.values()].flatMap((room) => [...room.values()])
  const broken = all.reduce((sum, { barriers }) => sum + barriers.length, 0)
  const named = [...judged].flatMap(([room, by]) =>
    [...by].flatMap(([look, { barriers }]) => barriers.map((one) => `- ${room}, ${look}: ${one.split(':')[0] ?? one}`)),
  )
  const rows = [...judged].map(([room, by]) => [room, ...looks.map((look) => cell(by.get(look)))])
  return `# Who is kept out

Every screen of the real app, full of posts, judged by axe-core under the rules of WCAG 2.2 A and AA: how many of the rules
that had something to judge were held. ${all.length} screens were judged, ${broken} rules were broken. Made by
\`npm run shots -- --access\`; the tests judge every screen in light by all rules, and in dark by its colours.

${tableOf([['screen', ...looks], ...rows])}
${named.length === 0 ? '' : `\nBroken:\n\n${named.join('\n')}\n`}`
}
