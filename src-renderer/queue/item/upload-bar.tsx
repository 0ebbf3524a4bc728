import { ProgressBar } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { uploadWords } from './upload-words.ts'
import './upload-bar.css'

/** How far the files of an item being sent are; nothing where none are on their way. */
export const UploadBar = ({ itemId }: { itemId: string }) => {
  const { progress } = useDesk()
  const upload = useStore(progress.state, (s) => s[itemId])
  if (upload === undefined || upload.total === 0) return null
  const words = uploadWords(upload)
  return (
    <ProgressBar
      className="upload-bar"
      aria-label={say('item.upload')}
      value={upload.sent}
      maxValue={upload.total}
      valueLabel={words}
    >
      {({ percentage = 0 }) => (
        <>
          <span className="upload-track" aria-hidden="true">
            <span className="upload-sent" style={{ width: `${percentage}%` }} />
          </span>
          <span className="faint">{words}</span>
        </>
      )}
    </ProgressBar>
  )
}
