/** Hands a file to the browser to be saved where the person keeps such files. */
export const saveFile = (name: string, content: BlobPart, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold of the content by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
