import type { Clock } from "./clock.ts";
import type { Directory } from "./directory.ts";
import type { Persona } from "./persona.ts";
import type { Conditions } from "../faults/conditions.ts";

export type Licence = "none" | "P1" | "P2" | "governance";

/** One simulated organization: its people, its rules, its time and its conditions. */
export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly clock: Clock;
  licence: Licence;
  readonly directory: Directory;
  readonly personas: Persona[];
  /** Delegated Graph scopes consented to, by user id; `*` is consent for everybody. */
  readonly consents: Map<string, Set<string>>;
  conditions: Conditions;
}

/** Every tenant of this simulator. */
export class Tenants {
  readonly #tenants = new Map<string, Tenant>();

  add(tenant: Tenant): void {
    this.#tenants.set(tenant.id, tenant);
  }

  find(id: string): Tenant | undefined {
    return this.#tenants.get(id);
  }

  remove(id: string): boolean {
    return this.#tenants.delete(id);
  }

  all(): Tenant[] {
    return [...this.#tenants.values()];
  }
}
