import { callControl, type Send } from "./call-control.ts";
import { SimulatedTenant } from "./simulated-tenant.ts";
import type { TenantSeen, TenantRequest } from "./control-api.ts";

/** The control API of a running simulator, for tests. */
export class SimulatorControl {
  constructor(
    readonly origin: string,
    private readonly send: Send = fetch,
  ) {}

  /** A tenant of the test's own; `await using` removes it at the end. */
  async createTenant(request: TenantRequest = {}): Promise<SimulatedTenant> {
    const seen = await callControl(this.send, "POST", `${this.origin}/control/tenants`, request);
    return new SimulatedTenant(this.origin, seen as TenantSeen, this.send);
  }

  /** A tenant that is there already; disposing of it removes it too. */
  async openTenant(tenantId: string): Promise<SimulatedTenant> {
    const url = `${this.origin}/control/tenants/${tenantId}`;
    const seen = await callControl(this.send, "GET", url);
    return new SimulatedTenant(this.origin, seen as TenantSeen, this.send);
  }
}
