/** A text without what nobody would tell it from another by: blanks, line breaks, capitals. */
export const bareText = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
