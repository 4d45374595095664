import { randomUUID } from "node:crypto";
import type { Tenant } from "../state/tenant.ts";

/** A collection as it was when its first page was read. */
export interface Reading {
  id: string;
  rows: readonly unknown[];
  begunAt: number;
}

const REMEMBERED_ROWS = 4_000_000;
const readings = new WeakMap<Tenant, Map<string, Reading>>();

/** Begins a reading that later pages go on with. */
export function beginReading(tenant: Tenant, rows: readonly unknown[]): Reading {
  return keepReading(tenant, { id: randomUUID(), rows, begunAt: tenant.clock.now() });
}

/** A reading begun earlier; undefined when too many others were begun since. */
export function resumeReading(tenant: Tenant, id: string): Reading | undefined {
  const reading = readings.get(tenant)?.get(id);
  return reading && keepReading(tenant, reading);
}

/** Keeps a reading as the latest one; the oldest go when too many rows are held. */
export function keepReading(tenant: Tenant, reading: Reading): Reading {
  const ofTenant = readings.get(tenant) ?? new Map<string, Reading>();
  readings.set(tenant, ofTenant);
  ofTenant.delete(reading.id);
  ofTenant.set(reading.id, reading);
  let held = 0;
  for (const { rows } of ofTenant.values()) held += rows.length;
  for (const [id, { rows }] of ofTenant) {
    if (held <= REMEMBERED_ROWS || ofTenant.size === 1) break;
    ofTenant.delete(id);
    held -= rows.length;
  }
  return reading;
}
