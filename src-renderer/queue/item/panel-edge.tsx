import { useState } from 'react'
import { useMove } from 'react-aria'
import { say } from '../../words/say.ts'
import { remInPixels } from '../../ui/rem.ts'
import { queueMemory } from '../kept-place.ts'

/** How wide the details may be, in rem. */
const LEAST = 20
const MOST = 48
const USUAL = 26

const within = (rem: number): number => Math.min(MOST, Math.max(LEAST, rem))

/** The width of the details, as it was left; pulled at their edge or changed with the arrow keys. */
export const usePanelWidth = () => {
  const [width, setWidth] = useState(() => within(queueMemory.panelWidth() ?? USUAL))
  const { moveProps } = useMove({
    onMove: ({ deltaX, pointerType }) => {
      const step = pointerType === 'keyboard' ? Math.sign(deltaX) : deltaX / remInPixels()
      const towardsList = document.documentElement.dir === 'rtl' ? step : -step
      setWidth((before) => before + towardsList)
    },
    onMoveEnd: () =>
      setWidth((before) => {
        queueMemory.keepPanelWidth(within(before))
        return within(before)
      }),
  })
  return { width: within(width), moveProps }
}

type PanelEdgeProps = ReturnType<typeof usePanelWidth>

/** The edge between list and details. */
export const PanelEdge = ({ width, moveProps }: PanelEdgeProps) => (
  <hr
    {...moveProps}
    className="panel-edge"
    // A separator that can be moved is a widget, and takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
    aria-orientation="vertical"
    aria-label={say('item.panel-width')}
    aria-valuenow={Math.round(width)}
    aria-valuemin={LEAST}
    aria-valuemax={MOST}
  />
)
