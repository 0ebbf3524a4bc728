import { Fragment } from 'react'
import { pressName } from '../shell/keys.ts'
import { say } from '../words/say.ts'
import { readKeys } from './presses.ts'
import './key-caps.css'

/** Keys as they are printed, press by press; `all`: every way there is, else only the first. */
export const KeyCaps = ({ keys, all = false }: { keys: string; all?: boolean }) => {
  const ways = readKeys(keys)
  return (
    <span className="key-caps">
      {(all ? ways : ways.slice(0, 1)).map((way, index) => (
        <Fragment key={way.join(' ')}>
          {index > 0 && <span className="key-caps-or">{say('commands.or')}</span>}
          {way.map((press, place) => (
            // The same key may come twice in a row: its place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <kbd key={`${press} ${place}`}>{pressName(press)}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
