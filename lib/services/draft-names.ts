// Apart from the storage itself: the first route looks for these without loading the parser.

/** Where a tab holds a plan for guests that was not confirmed yet. */
export const GUEST_PLAN_DRAFT = "draft";

/** Where a tab holds an undo that was not confirmed yet. */
export const UNDO_DRAFT = "undo";

/** The command bar of the list of guests: a plan that was begun elsewhere goes on there. */
export const GUESTS_BAR = "Act";
