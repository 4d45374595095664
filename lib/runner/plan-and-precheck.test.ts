import { expect, test } from "vitest";
import type { GuestOperationKind } from "@/lib/domain/operation";
import { readAllRoleHolders } from "@/lib/graph/roles/read-all-role-holders";
import { runPlan } from "./run-plan";
import { SimulatedFixture } from "./testing/simulated-fixture";

const KINDS: readonly Exclude<GuestOperationKind, "keep">[] = [
  "block",
  "unblock",
  "remove",
  "restore",
  "resend",
];

/** A tenant of which some guests are written to at another address than their mail, are blocked, or are deleted. */
async function mixedTenant(): Promise<SimulatedFixture> {
  const fixture = new SimulatedFixture(60);
  const guests = fixture.guests();
  for (const [index, guest] of guests.entries()) {
    const isPending = guest.externalUserState === "PendingAcceptance";
    if ((isPending || index % 3 === 0) && guest.mail !== null) {
      guest.otherMails = [guest.mail];
      guest.mail = null;
    }
    if (index % 4 === 1) guest.accountEnabled = false;
  }
  const gone = guests.filter((_, index) => index % 7 === 2);
  await runPlan(fixture.plan("remove", gone), fixture.services);
  return fixture;
}

test.each(KINDS)(
  "What a plan to %s promises is not refused by the look right before it is sent, on the same facts",
  async (kind) => {
    const fixture = await mixedTenant();
    const { directory } = fixture.simulated.tenant;
    const everybody = [...directory.users.values(), ...directory.deletedUsers.values()].filter(
      ({ userType }) => userType === "Guest",
    );
    const { holders } = await readAllRoleHolders(fixture.services.graph, { eligible: true });
    const plan = fixture.plan(kind, everybody, holders);
    expect(plan.operations.length).toBeGreaterThan(3);
    const { results, stopped } = await runPlan(plan, fixture.services);
    expect(stopped).toBeNull();
    const refused = results.filter(({ outcome }) => outcome?.result !== "done");
    expect(refused.map(({ outcome }) => outcome?.detail)).toEqual([]);
  },
);
