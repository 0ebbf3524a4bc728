/** What keeps Posthorn from starting: told before there is a page, in the words of the shell. */
export const boot = {
  'lock-not-ours': ['file'],
  'data-folder-full': ['path'],
  'data-folder-read-only': ['path'],
  'data-folder-held': ['home', 'who', 'process', 'since'],
  'boot-internal': [],
} as const
