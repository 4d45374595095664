import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { OperationRow } from "@/lib/contract/history";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "../history-page";

export const uuid = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A decision about a guest of that name, as the server tells it. */
export function entry(number: number, name: string): OperationRow {
  return {
    ...rowWith(blocked, {
      id: uuid(number),
      planId: uuid(900),
      guestId: uuid(1_000 + number),
      steps: blocked.operation.steps.map((step) => ({ ...step, id: uuid(number) })),
    }),
    id: uuid(number),
    seq: number,
    actor: { ...blocked.actor, id: uuid(901) },
    guest: { id: uuid(1_000 + number), displayName: name, mail: null },
    hash: "ab".repeat(32),
  };
}

export async function openHistory(
  path: string,
  before: (testTenant: Awaited<ReturnType<typeof createTestTenant>>) => void,
  options: Parameters<typeof createTestTenant>[0] = {},
) {
  const testTenant = await createTestTenant(options);
  before(testTenant);
  const { user } = await renderPage(testTenant, <HistoryPage />, { path });
  return { testTenant, user };
}
