import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { reviewTitle } from './review-words.ts'
import './review.css'

/** The way to the sheet, where anything is missed. */
export const ReviewBar = ({ missed }: { missed: number }) => {
  const { review } = useDesk()
  if (missed === 0) return null
  return (
    <div className="review-bar">
      <p>{reviewTitle(missed)} while Posthorn was closed or asleep.</p>
      <Button size="small" onPress={() => void review.show()}>
        Decide
      </Button>
    </div>
  )
}
