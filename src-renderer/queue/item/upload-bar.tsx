import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { MeterBar } from '../../ui/meter-bar.tsx'
import { uploadWords } from './upload-words.ts'

/** How far the files of an item being sent are; nothing where none are on their way. */
export const UploadBar = ({ itemId }: { itemId: string }) => {
  const { progress } = useDesk()
  const upload = useStore(progress.state, (s) => s[itemId])
  if (upload === undefined || upload.total === 0) return null
  const words = uploadWords(upload)
  return (
    <span className="upload-bar">
      <MeterBar label="Upload" used={upload.sent} planned={0} max={upload.total} says={words} tone="free" />
      <span className="faint">{words}</span>
    </span>
  )
}
