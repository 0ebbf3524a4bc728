/** How many pixels a rem has, at the size of text that the person has; 16 where the page does not say. */
export const remInPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
