/** `Alice`, `Alice and Bob`, `Alice, Bob and 3 more`. */
export const joinNames = (names: readonly string[]): string => {
  if (names.length <= 1) return names[0] ?? 'nobody'
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
