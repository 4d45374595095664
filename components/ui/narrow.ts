/** A screen as narrow as a phone's. */
export const NARROW_SCREEN = "(max-width: 760px)";

/** The rule of a style that holds on such a screen. */
export const NARROW = `@media ${NARROW_SCREEN}`;
