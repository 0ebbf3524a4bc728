import type { Entry } from './entry.ts'

export const LIST_ID = 'palette-list'
export const optionId = ({ id }: Entry): string => `palette-${id}`
