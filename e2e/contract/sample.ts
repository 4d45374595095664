import type { Organization } from "./organization.ts";

/** One call of an endpoint that ought to be answered so. */
export interface Sample {
  query?: string;
  headers?: Record<string, string>;
  body?: unknown;
  scopes?: readonly string[];
  expected: number;
}

/** Made for the organization that is asked. */
export type SampleOf = (organization: Organization) => Sample;
