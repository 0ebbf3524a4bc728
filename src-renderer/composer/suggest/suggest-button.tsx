import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'
import { say } from '../../words/say.ts'

/** Opens what helps with the first words. */
export const SuggestButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon={<Sparkles size="1.0625rem" aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {say('composer.suggest')}
      </Button>
      {open && <SuggestDialog onClose={() => setOpen(false)} />}
    </>
  )
}
