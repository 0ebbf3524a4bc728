import type { GoogleWords } from '../google/failures.ts'

/** What Google says of business profiles of its own. */
export const BUSINESS_WORDS: GoogleWords = {
  name: 'Google Business',
  api: 'Google My Business API',
  reasons: {
    NOT_FOUND: ['not-found', 'Google knows no such post or location.', 'Choose a location of this account, and retry.'],
    PERMISSION_DENIED: [
      'rejected-by-channel',
      'Google does not let this account post for this location, or has not approved your project for it.',
      'Check that you manage the location and that the form for access to the APIs was approved.',
    ],
  },
}
