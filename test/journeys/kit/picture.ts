import { join } from 'node:path'
import sharp from 'sharp'

/** Makes a photograph-like PNG in the folder, with something to tell it by: its path. */
export const makePicture = async (folder: string, name = 'harbour.png', sky = '#f7b267'): Promise<string> => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="#f4845f"/></linearGradient>
    <rect width="1600" height="1000" fill="url(#sky)"/><circle cx="1150" cy="420" r="140" fill="#fff3d6"/>
    <path d="M0 640 Q400 560 800 650 T1600 620 V1000 H0Z" fill="#1f4e5f"/>
    <path d="M420 640 L640 640 L600 700 L460 700Z M525 400 V630 M535 420 L650 610 H535Z" fill="#fff" stroke="#fff" stroke-width="8"/>
  </svg>`
  const path = join(folder, name)
  await sharp(Buffer.from(drawing)).png().toFile(path)
  return path
}
