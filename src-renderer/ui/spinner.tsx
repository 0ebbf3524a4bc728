import { LoaderCircle } from 'lucide-react'

export const Spinner = ({ size = '1rem' }: { size?: string }) => (
  <LoaderCircle className="spin" size={size} aria-hidden="true" />
)
