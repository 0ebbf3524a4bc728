import { useEffect, useState } from 'react'
import type { Media } from '../../../src-preload/contract/model/media.ts'
import { useDesk } from '../../shell/desk-context.ts'

/** What a stored file is; null until it is known, or when it cannot be read. */
export const useFacts = (mediaId: string): Media | null => {
  const { shelf } = useDesk()
  const [facts, setFacts] = useState<Media | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const reply = await shelf.facts(mediaId)
      if (!gone && reply.ok) setFacts(reply.value)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [shelf, mediaId])
  return facts
}
