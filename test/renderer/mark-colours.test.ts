import { expect, test } from 'vitest'
import { markColours } from '../../src-renderer/ui/mark-colours.ts'

test('letters on a network’s colour are white where they can be read, on a slightly darker ground if need be', () => {
  expect(markColours('#000000')).toEqual({ background: 'rgb(0 0 0)', color: '#ffffff' })
  expect(markColours('#1185fe')).toMatchObject({ color: '#ffffff' })
  expect(markColours('#1185fe').background).not.toBe('rgb(17 133 254)')
})

test('a light colour keeps its own ground and gets dark letters', () => {
  expect(markColours('#ffcf33')).toEqual({ background: '#ffcf33', color: '#1b1a17' })
})

test('a colour that is not written as hexadecimal is taken as it is', () => {
  expect(markColours('rebeccapurple')).toEqual({ background: 'rebeccapurple', color: '#ffffff' })
})
