/** Below this width what the forms mean stands above them instead of beside them. */
export const ONE_COLUMN = "@media (max-width: 1080px)";
