import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { say } from '../words/say.ts'
import { giveFile, isImportable } from './given-files.ts'
import './window-drop.css'

/** Pictures and videos are for the post that is being written; what else is dragged can only be imported. */
const isForImport = (transfer: DataTransfer | null): boolean => {
  const files = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  return files.length > 0 && files.every(({ type }) => !/^(image|video|audio)\//.test(type))
}

/** A file of posts dropped anywhere on the window is imported. */
export const WindowDrop = () => {
  const { exchange, route } = useDesk()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const take = async (files: readonly File[]): Promise<void> => {
      route.go({ room: 'exchange' })
      await exchange.take(await Promise.all(files.map(giveFile)))
    }
    const onOver = (event: DragEvent): void => {
      if (!isForImport(event.dataTransfer)) return
      event.preventDefault()
      // Otherwise the composer would offer to attach it.
      event.stopImmediatePropagation()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || !files.some(({ name }) => isImportable(name))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void take(files)
    }
    window.addEventListener('dragover', onOver, true)
    window.addEventListener('dragleave', onLeave, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragover', onOver, true)
      window.removeEventListener('dragleave', onLeave, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [exchange, route])
  return (
    over && (
      <div className="window-drop">
        <FileUp size="2rem" aria-hidden="true" />
        {say('exchange.drop-here')}
      </div>
    )
  )
}
