import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { typedSettings } from '../../../src-main/shell/node/input/typed-settings.ts'

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    path: { type: 'string', format: 'directory' },
    count: { type: 'integer' },
    ratio: { type: ['number', 'null'] },
    on: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    rules: { anyOf: [{ type: 'object' }, { type: 'null' }] },
    notify: { type: 'object', properties: { failed: { type: 'boolean' }, missed: { type: 'boolean' } } },
  },
}

test.for([
  ['name=Alice', { name: 'Alice' }],
  ['name=', { name: '' }],
  ['name=a=b', { name: 'a=b' }],
  ['name=7', { name: '7' }],
  ['name=two\nlines', { name: 'two\nlines' }],
  ['path=site', { path: resolve('site') }],
  ['path=~/site', { path: join(homedir(), 'site') }],
  ['path=~site', { path: resolve('~site') }],
  ['count=7', { count: 7 }],
  ['count=many', { count: 'many' }],
  ['ratio=0.5', { ratio: 0.5 }],
  ['ratio=null', { ratio: null }],
  ['on=true', { on: true }],
  ['on=yes', { on: 'yes' }],
  ['tags=a, b', { tags: ['a', 'b'] }],
  ['tags=["a","b"]', { tags: ['a', 'b'] }],
  ['rules={"a":1}', { rules: { a: 1 } }],
  ['rules=null', { rules: null }],
] as const)('reads %s as its schema says; what does not fit is left for the channel to refuse', ([pair, settings]) => {
  expect(typedSettings([pair], schema)).toEqual(settings)
})

test('joins what belongs to one group', () => {
  expect(typedSettings(['notify.failed=false', 'name=x', 'notify.missed=true'], schema)).toEqual({
    notify: { failed: false, missed: true },
    name: 'x',
  })
})

test.for(['colour=red', 'notify.colour=red', 'name.first=x', '__proto__=x', 'constructor=x', 'notify.__proto__=x'])(
  'refuses %s, which the schema does not know',
  (pair) => {
    expect(() => typedSettings([pair], schema)).toThrow('There is no setting')
    expect(Object.prototype).not.toHaveProperty('x')
  },
)

test('refuses what is no pair, and no JSON where JSON is needed', () => {
  expect(() => typedSettings(['name'], schema)).toThrow('"name" is not a setting.')
  expect(() => typedSettings(['=x'], schema)).toThrow('"=x" is not a setting.')
  expect(() => typedSettings(['rules={a}'], schema)).toThrow('The setting rules is not valid JSON.')
})
