import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'
import { say } from '../../words/say.ts'

/** Opens what helps with the first words. */
export const SuggestButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <TooltipTrigger delay={500} closeDelay={50}>
        <Button
          look="quiet"
          size="small"
          icon={<Sparkles size="1.0625rem" aria-hidden="true" />}
          onPress={() => setOpen(true)}
        >
          <span className="words">{say('composer.suggest')}</span>
        </Button>
        <Tooltip className="tooltip" offset={6}>
          {say('composer.suggest')}
        </Tooltip>
      </TooltipTrigger>
      {open && <SuggestDialog onClose={() => setOpen(false)} />}
    </>
  )
}
