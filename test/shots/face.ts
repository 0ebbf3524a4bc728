import { readFile } from 'node:fs/promises'
import { makeFace } from '../../src-main/channels/kit/make-face.ts'
import type { Store } from '../../src-main/core/ports.ts'
import { makePicture } from '../journeys/kit/picture.ts'

/** Gives an account a picture, as it would have come from its network: no network has to be there. */
export const giveFace = async (store: Store, accountId: string, home: string, now: number): Promise<void> => {
  const face = await makeFace(await readFile(await makePicture(home, 'face.png', '#8ecae6')))
  if (face === null) throw new Error('The picture of the account cannot be drawn.')
  await store.pictures.put({ accountId, name: 'harbour', source: 'drawn here', ...face, fetchedAt: now })
}
