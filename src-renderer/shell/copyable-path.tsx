import { Copy } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { useDesk } from './desk-context.ts'

/** A place on this computer, to be read or copied. */
export const CopyablePath = ({ path }: { path: string }) => {
  const { toasts } = useDesk()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(path)
      toasts.tell('Copied.')
    } catch {
      toasts.tell('Copying is not allowed here. Select the path and copy it by hand.')
    }
  }
  return (
    <span className="copyable">
      <span className="path">{path}</span>
      <IconButton size="small" label="Copy the path" icon={<Copy size="0.875rem" />} onPress={() => void copy()} />
    </span>
  )
}
