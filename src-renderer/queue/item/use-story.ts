import { useEffect, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { useDesk } from '../../shell/desk-context.ts'

/** An item's whole story, read again whenever something happens to it. */
export const useStory = (itemId: string): { story: ItemStory | null; failure: Failure | null } => {
  const { link } = useDesk()
  const [read, setRead] = useState<{ story: ItemStory | null; failure: Failure | null }>({ story: null, failure: null })

  useEffect(() => {
    const load = async (): Promise<void> => {
      const reply = await link.bridge.call('items.get', { itemId })
      setRead((before) =>
        reply.ok ? { story: reply.value, failure: null } : { story: before.story, failure: reply.failure },
      )
    }
    void load()
    const stop = link.bridge.subscribe((event) => {
      const about =
        (event.kind === 'item-changed' && event.item.id === itemId) ||
        (event.kind === 'post-changed' && event.post.items.some((item) => item.id === itemId))
      if (about) void load()
    })
    const stopResync = link.onResync(() => void load())
    return () => {
      stop()
      stopResync()
    }
  }, [link, itemId])

  return read
}
