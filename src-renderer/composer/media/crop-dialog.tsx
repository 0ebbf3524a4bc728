import { useEffect, useRef, useState } from 'react'
import { type PercentCrop, ReactCrop } from 'react-image-crop'
import 'react-image-crop/dist/ReactCrop.css'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Media, PictureEdit } from '../../../src-preload/contract/model/media.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { useMedia } from '../../shell/media-picture.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { say } from '../../words/say.ts'
import { CropTools } from './crop-tools.tsx'
import {
  type CropShares,
  middleOf,
  ratioOf,
  type Shape,
  SHAPES,
  type Sides,
  sizeOf,
  tidied,
  type Turn,
  turnedBy,
  turnedCrop,
  turnedSides,
  WHOLE,
} from './crop-shape.ts'
import './crop-dialog.css'

type CropDialogProps = { media: Media; onEdited: (edited: Media) => void; onClose: () => void }

/** Cuts and turns a picture; what comes of it is another file, and can be changed again from the same original. */
export const CropDialog = ({ media, onEdited, onClose }: CropDialogProps) => {
  const { link } = useDesk()
  const original = useMedia(media.edited?.of ?? media.id)
  const [turn, setTurn] = useState<Turn>(media.edited?.turn ?? 0)
  const [crop, setCrop] = useState<CropShares>(media.edited?.crop ?? WHOLE)
  const [shape, setShape] = useState<Shape>('free')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { facts, url } = original
  const upright = facts === null ? null : { width: facts.width ?? 1, height: facts.height ?? 1 }
  const sides = upright === null ? null : turnedSides(upright, turn)
  const ratio = sides === null ? null : ratioOf(shape, sides)

  const make = async (edit: PictureEdit): Promise<void> => {
    setBusy(true)
    const reply = await link.bridge.call('media.edit', { mediaId: media.id, ...edit })
    setBusy(false)
    if (reply.ok) onEdited(reply.value)
    else setFailure(reply.failure)
  }
  const choose = (next: Shape): void => {
    setShape(next)
    const wanted = sides === null ? null : ratioOf(next, sides)
    if (wanted !== null && sides !== null) setCrop(middleOf(wanted, sides))
  }
  const rotate = (by: 90 | -90): void => {
    const next = turnedBy(turn, by)
    setTurn(next)
    const wanted = upright === null || shape === 'original' ? null : ratioOf(shape, turnedSides(upright, next))
    setCrop(wanted === null || upright === null ? turnedCrop(crop, by) : middleOf(wanted, turnedSides(upright, next)))
  }

  return (
    <Dialog
      title={say('composer.crop-title')}
      onClose={onClose}
      actions={
        <>
          {media.edited !== null && (
            <Button isDisabled={busy} onPress={() => void make({ crop: WHOLE, turn: 0 })}>
              {say('composer.crop-whole')}
            </Button>
          )}
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" isPending={busy} onPress={() => void make({ crop: tidied(crop), turn })}>
            {say('composer.crop-use')}
          </Button>
        </>
      }
    >
      {failure !== null && <FailureNote failure={failure} />}
      <div className="crop-bar">
        <Segments
          label={say('composer.crop-shape')}
          chosen={shape}
          onChoose={choose}
          options={SHAPES.map((key) => ({ key, label: shapeName(key) }))}
        />
        <CropTools onTurn={rotate} />
      </div>
      <div className="crop-stage">
        {url === null || sides === null ? (
          <Spinner />
        ) : (
          <ReactCrop
            crop={percent(crop)}
            {...(ratio === null ? {} : { aspect: ratio })}
            keepSelection
            minWidth={8}
            minHeight={8}
            ruleOfThirds
            ariaLabels={handleNames()}
            onChange={(_, next) => setCrop(shares(next))}
          >
            <TurnedPicture url={url} turn={turn} sides={sides} />
          </ReactCrop>
        )}
      </div>
      <p className="faint crop-size" aria-live="polite">
        {sides !== null &&
          say('composer.crop-becomes', { before: sizeName(sides), after: sizeName(sizeOf(crop, sides)) })}
      </p>
      <p className="faint">{say('composer.crop-hint')}</p>
    </Dialog>
  )
}

const percent = ({ x, y, width, height }: CropShares): PercentCrop => ({
  unit: '%',
  x: x * 100,
  y: y * 100,
  width: width * 100,
  height: height * 100,
})

const shares = ({ x, y, width, height }: PercentCrop): CropShares => ({
  x: x / 100,
  y: y / 100,
  width: width / 100,
  height: height / 100,
})

const shapeName = (shape: Shape): string =>
  shape === 'free' ? say('composer.shape-free') : shape === 'original' ? say('composer.shape-original') : shape

const sizeName = ({ width, height }: Sides): string => say('composer.crop-size', { width, height })

const handleNames = () => ({
  cropArea: say('composer.crop-move'),
  nwDragHandle: say('composer.crop-nw'),
  nDragHandle: say('composer.crop-n'),
  neDragHandle: say('composer.crop-ne'),
  eDragHandle: say('composer.crop-e'),
  seDragHandle: say('composer.crop-se'),
  sDragHandle: say('composer.crop-s'),
  swDragHandle: say('composer.crop-sw'),
  wDragHandle: say('composer.crop-w'),
})

/** So large a drawing is as sharp as a dialog shows it. */
const LONGEST = 1600

type TurnedPictureProps = { url: string; turn: Turn; sides: Sides }

/** The picture as it stands after its turn: drawn, since a frame over a picture that style turns would be off. */
const TurnedPicture = ({ url, turn, sides: { width, height } }: TurnedPictureProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)]
  useEffect(() => {
    let gone = false
    const picture = new Image()
    picture.addEventListener('load', () => {
      const pen = canvas.current?.getContext('2d')
      if (gone || pen == null) return
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.clearRect(0, 0, wide, high)
      pen.translate(wide / 2, high / 2)
      pen.rotate((turn * Math.PI) / 180)
      const [across, down] = turn % 180 === 0 ? [wide, high] : [high, wide]
      pen.drawImage(picture, -across / 2, -down / 2, across, down)
    })
    picture.src = url
    return () => {
      gone = true
    }
  }, [url, turn, wide, high])
  return <canvas ref={canvas} className="crop-picture" width={wide} height={high} aria-hidden="true" />
}
