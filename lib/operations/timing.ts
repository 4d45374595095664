/**
 * Milliseconds that lists may lack a new review or group. https://learn.microsoft.com/graph/best-practices-concept
 */
export const CREATION_LAG_MILLISECONDS = 60_000;

/** One reading serves all operations on the same group or instance that are sent while it is no older, in milliseconds. */
export const SHARED_READING_MILLISECONDS = 15_000;
