import type { Tenants } from "../state/tenant.ts";
import type { Codes } from "./codes.ts";
import type { Keys } from "./keys.ts";
import type { Registration } from "./registration.ts";

/** What every endpoint of the authority works with. */
export interface Authority {
  tenants: Tenants;
  registration: Registration;
  /** For example `http://localhost:4010`: what issuers and endpoints begin with. */
  origin: string;
  keys: Keys;
  codes: Codes;
}
