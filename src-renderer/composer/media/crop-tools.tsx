import { RotateCcw, RotateCw } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'

/** Turns the picture by a quarter. */
export const CropTools = ({ onTurn }: { onTurn: (by: 90 | -90) => void }) => (
  <span className="crop-turns">
    <IconButton label={say('composer.turn-left')} icon={<RotateCcw size="1.0625rem" />} onPress={() => onTurn(-90)} />
    <IconButton label={say('composer.turn-right')} icon={<RotateCw size="1.0625rem" />} onPress={() => onTurn(90)} />
  </span>
)
