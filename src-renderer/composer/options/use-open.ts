import { useState } from 'react'

/** Opens by itself once there is a reason to, unless the person has decided. */
export const useOpen = (reason: boolean): [boolean, (open: boolean) => void] => {
  const [open, setOpen] = useState<boolean | null>(null)
  if (open === null && reason) setOpen(true)
  return [open ?? false, setOpen]
}
