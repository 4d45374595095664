/** Below this width the navigation hides behind a button. */
export const NARROW = "@media (max-width: 760px)";
