import { FileUp, ImagePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { handFiles } from '../shell/hand-files.ts'
import { say } from '../words/say.ts'
import { carriesFolder, droppedFiles, mayHoldPosts } from './dropped-files.ts'
import { isImportable } from './given-files.ts'
import './window-drop.css'

type Over = 'posts' | 'files' | null

/** Files dropped anywhere on the window: posts are imported, others begin a post; the one being written takes its own. */
export const WindowDrop = () => {
  const desk = useDesk()
  const [over, setOver] = useState<Over>(null)
  useEffect(() => {
    const isWriting = (): boolean => desk.route.state.getState().route.room === 'compose'
    const onOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      const posts = mayHoldPosts(event.dataTransfer)
      if (!posts && isWriting()) return
      event.preventDefault()
      // Otherwise the composer would offer to attach it.
      event.stopImmediatePropagation()
      setOver(posts ? 'posts' : 'files')
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(null)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(null)
      const { dataTransfer } = event
      const files = [...(dataTransfer?.files ?? [])]
      if (files.length === 0) return
      if (isWriting() && !carriesFolder(dataTransfer) && !files.some(({ name }) => isImportable(name))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void droppedFiles(dataTransfer).then((dropped) => handFiles(desk, dropped))
    }
    window.addEventListener('dragover', onOver, true)
    window.addEventListener('dragleave', onLeave, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragover', onOver, true)
      window.removeEventListener('dragleave', onLeave, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [desk])
  if (over === null) return null
  const Icon = over === 'posts' ? FileUp : ImagePlus
  return (
    <div className="window-drop">
      <Icon size="2rem" aria-hidden="true" />
      {say(over === 'posts' ? 'exchange.drop-here' : 'composer.drop-here')}
    </div>
  )
}
