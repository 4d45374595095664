import type { Endpoint } from "./endpoint.ts";

/** Every operation this simulator answers; what is not named here is answered 501. */
export const endpoints: readonly Endpoint[] = [];
