/** As a `ref`: the element has the focus as soon as it is there. For boxes and pages that were just opened. */
export const focusFirst = (element: HTMLElement | null): void => element?.focus({ preventScroll: true })
