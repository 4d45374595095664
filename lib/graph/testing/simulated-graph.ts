import { Keys } from "@/simulator/authority/keys";
import { simulator } from "@/simulator/server";
import { defaults } from "@/simulator/state/defaults";
import { seedTenant } from "@/simulator/state/seed/harborline";
import { type Tenant, Tenants } from "@/simulator/state/tenant";
import type { Fault } from "@/simulator/faults/conditions";
import { openGraph } from "../client";
import type { Clock } from "../clock";
import type { Graph } from "../graph";

export interface SimulatedGraph {
  readonly graph: Graph;
  readonly tenant: Tenant;
  /** Method and address of every request that went out, in order. */
  readonly sent: readonly string[];
  /** Seconds that were waited for, in order; the time itself is the tenant's and costs none of ours. */
  readonly waits: readonly number[];
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly token: (scopes: readonly string[], claims?: string) => Promise<string>;
  /** Adds faults. */
  readonly strikes: (...faults: readonly Fault[]) => void;
}

/** A simulated tenant in this process with a governance administrator at the keyboard. */
export function simulatedGraph(recipe: { readonly guests: number }): SimulatedGraph {
  const tenant = seedTenant({ ...recipe, seed: 1, now: Date.parse("2026-11-20T12:00:00Z") });
  const tenants = new Tenants();
  tenants.add(tenant);
  const app = simulator(tenants);
  const sent: string[] = [];
  const waits: number[] = [];
  const clock: Clock = {
    now: () => tenant.clock.now(),
    random: () => 0.5,
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds / 1_000);
      tenant.clock.advance(milliseconds);
      return Promise.resolve();
    },
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    sent.push(`${init?.method ?? "GET"} ${decodeURIComponent(url)}`);
    // `redirect` and `cache` are the browser's business.
    const { method, headers, body, signal } = init ?? {};
    return app.request(url, {
      ...(method && { method }),
      ...(headers && { headers }),
      ...(body && { body }),
      ...(signal && { signal }),
    });
  };
  const token = issuerOf(tenant);
  const graph = openGraph({ root: "http://localhost:4010", token, fetch, clock });
  const strikes = (...faults: readonly Fault[]) => {
    tenant.conditions.faults.push(...faults);
  };
  return { graph, tenant, sent, waits, clock, fetch, token, strikes };
}

const TOKEN_SECONDS = 3_600;
/** How long before the old token ends MSAL takes a new one. */
const RENEWED_SECONDS = 300;

/** Tokens with exactly these scopes, as the authority would give them to Grace; kept until they end, as MSAL keeps them. */
function issuerOf(tenant: Tenant): (scopes: readonly string[]) => Promise<string> {
  const keys = new Keys();
  const grace = tenant.personas.find(({ name }) => name === "Grace Okafor");
  if (grace === undefined) throw new Error("The simulated tenant has no Grace Okafor.");
  const cache = new Map<string, { readonly token: Promise<string>; readonly renewedAt: number }>();
  return (scopes) => {
    const seconds = Math.floor(tenant.clock.now() / 1_000);
    const scp = scopes.join(" ");
    const cached = cache.get(scp);
    if (cached !== undefined && seconds < cached.renewedAt) return cached.token;
    const token = keys.sign({
      aud: "https://graph.microsoft.com",
      tid: tenant.id,
      oid: grace.userId,
      appid: defaults.clientId,
      scp,
      iat: seconds,
      exp: seconds + TOKEN_SECONDS,
    });
    cache.set(scp, { token, renewedAt: seconds + TOKEN_SECONDS - RENEWED_SECONDS });
    return token;
  };
}
