/** How a post is told to wait: as a draft on the page, or for a time (milliseconds since 1970) of the page's schedule. */
export const timingOf = (when: number | null, draft: boolean | undefined) => {
  if (when !== null) {
    const scheduled_publish_time = Math.floor(when / 1000)
    return { published: false, unpublished_content_type: 'SCHEDULED', scheduled_publish_time }
  }
  return draft ? { published: false, unpublished_content_type: 'DRAFT' } : {}
}
