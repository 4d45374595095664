import type { Tenant } from "../../state/tenant.ts";

const DAY_MS = 86_400_000;

/** The earliest instant that the logs still speak of: https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
export function keptSince({ licence, clock }: Tenant): string {
  const days = licence === "none" ? 7 : 30;
  return new Date(clock.now() - days * DAY_MS).toISOString();
}

/** The rows that are still kept, newest first; instants in UTC compare as text. */
export function keptNewestFirst<Row>(
  tenant: Tenant,
  rows: readonly Row[],
  at: (row: Row) => string,
): Row[] {
  const since = keptSince(tenant);
  return rows.filter((row) => at(row) >= since).sort((a, b) => (at(a) < at(b) ? 1 : -1));
}
