import { Copy } from 'lucide-react'
import { say } from '../words/say.ts'
import { IconButton } from '../ui/button.tsx'
import { useCopy } from './use-copy.ts'

type CopyableProps = {
  text: string
  /** What it is, as in `Copy the key`. */
  what: string
}

/** Words for another program, to be read or copied. */
export const Copyable = ({ text, what }: CopyableProps) => {
  const copy = useCopy()
  return (
    <span className="copyable">
      <span className="path">{text}</span>
      <IconButton
        size="small"
        label={say('frame.copy', { what })}
        icon={<Copy size="0.875rem" />}
        onPress={() => void copy(text, what)}
      />
    </span>
  )
}
