import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import './review.css'

/** The way to the sheet, where anything is missed. */
export const ReviewBar = ({ missed }: { missed: number }) => {
  const { review } = useDesk()
  if (missed === 0) return null
  return (
    <div className="review-bar">
      <p>{say('review.missed-while', { count: missed })}</p>
      <Button size="small" onPress={() => void review.show()}>
        {say('review.decide')}
      </Button>
    </div>
  )
}
