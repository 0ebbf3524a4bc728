import { useEffect, useState } from 'react'
import { locale } from '../../words/say.ts'
import { type Emoji, loadEmoji } from './emoji-data.ts'

/** The signs, once they are wanted; null until they are read. */
export const useEmoji = (wanted: boolean): readonly Emoji[] | null => {
  const [entries, setEntries] = useState<readonly Emoji[] | null>(null)
  useEffect(() => {
    if (!wanted || entries !== null) return undefined
    let gone = false
    const read = async (): Promise<void> => {
      const found = await loadEmoji(locale())
      if (!gone) setEntries(found)
    }
    void read()
    return () => {
      gone = true
    }
  }, [wanted, entries])
  return entries
}
