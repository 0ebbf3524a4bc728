/** Hands a text to the browser to be saved where the person keeps such files. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold of the text by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
