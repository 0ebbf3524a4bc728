import fc from 'fast-check'

/** Texts that have broken programs before: SQL, paths, markup, formats, bytes that are no letters. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\uffff\ufeff\u202e',
  `'; DROP TABLE post; --`,
  `' OR '1'='1`,
  `%' UNION SELECT hash FROM api_key --`,
  '"*^:(){}[]~',
  'NEAR("a" "b", 2) AND NOT *',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2fowner.json',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '__proto__',
  'constructor',
  '-1',
  '1e999',
  'null',
  '2026-02-30T25:61:61Z',
  '+010000-01-01T00:00:00.000Z',
  'Europe/../Berlin',
  '👩‍👩‍👧‍👦'.repeat(50),
  'ﷺ'.repeat(300),
  'a'.repeat(20_000),
  '\n'.repeat(5_000),
]

const nested = (levels: number): unknown => {
  let value: unknown = 'deep'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Any JSON that is not what was asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom(null, true, false, 0, -1, 0.5, -0, 2 ** 31, 2 ** 53, 1e308, -1e308),
  fc.constantFrom([], {}, [[]], [null], { __proto__: null, constructor: 1 }, nested(50)),
  fc.constant(Array.from({ length: 1_000 }, (_, number) => number)),
  fc.jsonValue({ maxDepth: 3 }),
)
