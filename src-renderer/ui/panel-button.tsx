import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import './field.css'

type PanelButtonProps = { label: string; trigger: ReactNode; children: ReactNode }

/** A button that unfolds a panel of fields. */
export const PanelButton = ({ label, trigger, children }: PanelButtonProps) => (
  <DialogTrigger>
    {trigger}
    <Popover className="popover" placement="bottom end">
      <Dialog className="panel" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  </DialogTrigger>
)
