import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { useCoverageInputs } from "@/lib/queries/coverage";
import { denyAndApply, guestsOf, person } from "@/simulator/demo/review-bodies";
import { DEFINITIONS, sendAs } from "@/components/reviews/testing/make-review";
import { useRoleHoldersToLeaveAlone } from "./use-role-holders-to-leave-alone";

vi.setConfig({ testTimeout: 60_000 });

const DELETE = "#microsoft.graph.disableAndDeleteUserApplyAction";

/** A group inside another one, whose guests a review blocks and deletes by itself. */
async function nestedUnderReview() {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const guest = await tenant.addGuest({ name: "Ada of Partner" });
  const inner = await tenant.addGroup({ name: "Guests without another review" });
  const outer = await tenant.addGroup({
    name: "Around it",
    members: ["Guests without another review", guest.id],
  });
  await sendAs(testTenant, "Grace Okafor", ["POST", DEFINITIONS], {
    displayName: "Of the outer group",
    ...guestsOf(outer.id),
    reviewers: [person(tenant.persona("Manuel Ortega").userId)],
    settings: { ...denyAndApply(14), applyActions: [{ "@odata.type": DELETE }] },
  });
  return { testTenant, groupId: inner.id };
}

function Found({ groupId }: { readonly groupId: string }) {
  const inputs = useCoverageInputs();
  const { roleHolders, unreadHolders } = useRoleHoldersToLeaveAlone(inputs.data, groupId);
  if (inputs.data === undefined) return null;
  return unreadHolders ?? (roleHolders.size > 0 ? "Role holders are left alone" : "Nobody is");
}

test("Role holders are left out of a group inside one whose review blocks and deletes by itself", async () => {
  const { testTenant, groupId } = await nestedUnderReview();
  await renderPage(testTenant, <Found groupId={groupId} />, { path: "/reviews/coverage" });
  expect(await screen.findByText("Role holders are left alone")).toBeInTheDocument();
});

test("Nobody is put into the group while it cannot be read what it is inside", async () => {
  const { testTenant, groupId } = await nestedUnderReview();
  const pathPrefix = `/groups/${groupId}/transitiveMemberOf`;
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix }],
  });
  await renderPage(testTenant, <Found groupId={groupId} />, { path: "/reviews/coverage" });
  expect(
    await screen.findByText(/Which groups the catch-all group is inside could not be read/),
  ).toBeInTheDocument();
});
