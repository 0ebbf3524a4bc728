import { Copy } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { useDesk } from './desk-context.ts'

type CopyableProps = {
  text: string
  /** What it is, as in `Copy the key`. */
  what: string
}

/** Words for another program, to be read or copied. */
export const Copyable = ({ text, what }: CopyableProps) => {
  const { toasts } = useDesk()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.tell('Copied.')
    } catch {
      toasts.tell(`Copying is not allowed here. Select the ${what} and copy it by hand.`)
    }
  }
  return (
    <span className="copyable">
      <span className="path">{text}</span>
      <IconButton size="small" label={`Copy the ${what}`} icon={<Copy size="0.875rem" />} onPress={() => void copy()} />
    </span>
  )
}
