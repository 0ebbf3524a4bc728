import type { ReactNode } from 'react'
import { Popover } from 'react-aria-components'

type BesidePopoverProps = { element: HTMLElement; onClose: () => void; children: ReactNode }

/** What opens beside something of the calendar, for as long as it is shown. */
export const BesidePopover = ({ element, onClose, children }: BesidePopoverProps) => (
  <Popover
    className="popover"
    triggerRef={{ current: element }}
    isOpen
    placement="bottom start"
    onOpenChange={(open) => !open && onClose()}
  >
    {children}
  </Popover>
)
