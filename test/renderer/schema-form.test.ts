import { expect, test } from 'vitest'
import {
  failingField,
  fieldsOf,
  fieldWords,
  initialValues,
  missingField,
  settingsOf,
} from '../../src-renderer/accounts/schema-form.ts'
import { failure } from './memory-kit.ts'

const schema = {
  type: 'object',
  properties: {
    service: { type: 'string', format: 'uri', title: 'Server', description: 'Where it is.', default: 'https://x.test' },
    path: { type: 'string', format: 'directory', title: 'Folder', examples: ['/home/ada/site'] },
    maxSize: { type: 'integer' },
    readers: { type: 'string', format: 'multiline' },
    drafts: { type: 'boolean', title: 'As drafts', default: true },
    kind: { type: 'string', enum: ['page', 'post'], title: 'Kind' },
  },
  required: ['service', 'path'],
}
const fields = fieldsOf(schema)

test('makes a field of every property, in the schema’s order', () => {
  expect(fields.map(({ name, kind, title }) => ({ name, kind, title }))).toEqual([
    { name: 'service', kind: 'address', title: 'Server' },
    { name: 'path', kind: 'folder', title: 'Folder' },
    { name: 'maxSize', kind: 'number', title: 'Max size' },
    { name: 'readers', kind: 'lines', title: 'Readers' },
    { name: 'drafts', kind: 'switch', title: 'As drafts' },
    { name: 'kind', kind: 'choice', title: 'Kind' },
  ])
})

test('requires only what has no default', () => {
  expect(fields.filter((field) => field.required).map((field) => field.name)).toEqual(['path'])
})

test('begins with defaults, or with what the account has', () => {
  expect(initialValues(fields)).toEqual({
    service: 'https://x.test',
    path: '',
    maxSize: '',
    readers: '',
    drafts: true,
    kind: 'page',
  })
  expect(initialValues(fields, { path: '/srv', maxSize: 5, drafts: false })).toMatchObject({
    path: '/srv',
    maxSize: '5',
    drafts: false,
  })
})

test('tells the channel numbers as numbers and leaves empty fields out', () => {
  const values = { service: ' https://y.test ', path: '/srv', maxSize: '12', drafts: false, kind: 'post' }
  expect(settingsOf(fields, values)).toEqual({
    service: 'https://y.test',
    path: '/srv',
    maxSize: 12,
    drafts: false,
    kind: 'post',
  })
  expect(settingsOf(fields, { ...values, maxSize: '  ' })).not.toHaveProperty('maxSize')
})

test('finds the first required field that is empty', () => {
  expect(missingField(fields, initialValues(fields))?.name).toBe('path')
  expect(missingField(fields, { ...initialValues(fields), path: '/srv' })).toBeNull()
})

test('finds the field that a failure is about', () => {
  const about = (field: string) => failingField({ ...failure('invalid-input', 'Wrong.'), field }, fields, true)
  expect(about('settings.path')).toBe('settings.path')
  expect(about('path')).toBe('settings.path')
  expect(about('name')).toBe('name')
  expect(about('secret')).toBe('secret')
  expect(about('settings.unknown')).toBeNull()
})

test('takes a refused credential for the password, where there is one', () => {
  const refused = failure('wrong-credentials', 'Wrong handle or password.')
  expect(failingField(refused, fields, true)).toBe('secret')
  expect(failingField(refused, fields, false)).toBeNull()
})

test('shows a failure beside its field without the field’s technical name', () => {
  const told = { ...failure('invalid-input', 'settings.path: Give a whole path.'), field: 'settings.path' }
  expect(fieldWords(told).message).toBe('Give a whole path.')
  expect(fieldWords(failure('internal', 'Something else.')).message).toBe('Something else.')
})

test('a schema without properties is a form without fields', () => {
  expect(fieldsOf({})).toEqual([])
  expect(fieldsOf({ properties: null })).toEqual([])
})
