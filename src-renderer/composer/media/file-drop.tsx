import { ImagePlus } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { say } from '../../words/say.ts'
import { useSession } from '../use-session.ts'
import '../../ui/card.css'
import './file-drop.css'

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true

/** The card that takes files: dropped anywhere on the window, or pasted into the text. */
export const FileDrop = ({ children }: { children: ReactNode }) => {
  const session = useSession()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return
      // Without this the window would go to the file.
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(false)
      session.addFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [session])

  return (
    <div
      className="card composer-card"
      data-over={over || undefined}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        // Copied from a document, text comes with a picture of itself: the text is what is meant.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
        event.preventDefault()
        session.addFiles(files)
      }}
    >
      {children}
      {over && (
        <div className="drop-veil">
          <ImagePlus size="1.75rem" aria-hidden="true" />
          {say('composer.drop-here')}
        </div>
      )}
    </div>
  )
}
