import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { Spinner } from './spinner.tsx'
import './button.css'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  /** `primary`: the one thing to do here; `plain`: what else can be done; `quiet`: no frame; `danger`: takes away. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'normal'
  icon?: ReactNode
  children?: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export const Button = ({ look = 'plain', size = 'normal', icon, children, className = '', ...props }: ButtonProps) => (
  <AriaButton {...props} className={`button button-${look} button-${size} ${className}`}>
    {props.isPending ? <Spinner /> : icon}
    {children !== undefined && <span className="button-label">{children}</span>}
  </AriaButton>
)

type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string
  /** What it is done to, where there are several such buttons; for who cannot see which it stands by. */
  about?: string
  keys?: string
}

/** A button that is only a picture; its name shows on hover and focus. */
export const IconButton = ({ label, about, keys, look = 'quiet', className = '', ...props }: IconButtonProps) => (
  <TooltipTrigger delay={500} closeDelay={50}>
    <Button
      {...props}
      look={look}
      aria-label={about === undefined ? label : `${label}: ${about}`}
      className={`button-icon ${className}`}
    />
    <Tooltip className="tooltip" offset={6}>
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </Tooltip>
  </TooltipTrigger>
)
