/** A name as it is compared with others: without regard to case. */
export const foldedName = (name: string): string => name.normalize('NFKC').toLowerCase()
