import './pick-box.css'

type PickBoxProps = {
  label: string
  on: boolean
  /** Whether anything is picked: then all boxes show. */
  any: boolean
  /** `toHere`: with Shift, all from the one picked before. */
  onPick: (toHere: boolean) => void
}

/**
 * Picks a row out of a list. The system's own checkbox, its mark drawn by the
 * style: a list that is scrolled makes thousands of them.
 */
export const PickBox = ({ label, on, any, onPick }: PickBoxProps) => (
  <span className="queue-pick" data-any={any || undefined}>
    <input
      type="checkbox"
      aria-label={label}
      checked={on}
      onChange={({ nativeEvent }) => onPick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  </span>
)
