import { useRef } from 'react'
import { SearchBox, type SearchBoxProps } from '../ui/search-box.tsx'
import { useCommand } from './use-command.ts'

/** The field that searches what the room shows; a command jumps into it. */
export const RoomSearch = (props: Omit<SearchBoxProps, 'field'>) => {
  const field = useRef<HTMLInputElement>(null)
  useCommand('everywhere.search', () => field.current?.focus())
  return <SearchBox {...props} field={field} />
}
