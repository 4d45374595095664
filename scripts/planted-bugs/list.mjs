import { IN_THE_RULES } from "./in-the-rules.mjs";
import { IN_THE_RUNNER } from "./in-the-runner.mjs";

/**
 * Defects that the tests have to catch. Each changes one place of one file; the text to find is as short as it can be and
 * stands there exactly once. `tests` are tried in their order until one fails; `*.db.test.ts` need PostgreSQL.
 */
export const PLANTED_BUGS = [...IN_THE_RUNNER, ...IN_THE_RULES];
