import { describe, expect, test, vi } from "vitest";
import type { Json } from "@/lib/domain/json";
import { planMembers } from "@/lib/domain/reviews/catch-all";
import { REVIEW_WRITE_SCOPES } from "@/lib/graph/reviews/scopes";
import { sendRequest } from "@/lib/graph/send-request";
import { giveRole, WAYS_TO_HOLD_A_ROLE } from "@/lib/graph/testing/give-role";
import { eachGroup, guestsOf, SimulatedReviews } from "@/lib/graph/testing/simulated-reviews";
import { newGroup } from "@/simulator/state/new-group";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { SimulatedFixture } from "./testing/simulated-fixture";

// Every call is signed and verified for real.
vi.setConfig({ testTimeout: 30_000 });

const DELETE = { "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" };

interface Given {
  readonly autoApply: boolean;
  /** What the review asks about; the group itself unless told. */
  readonly about?: "the group" | "a group around it" | "a group around that one" | "all groups";
  readonly deletes?: boolean;
  readonly unified?: boolean;
}

/** A group, and a plan that puts a guest into it; a review asks about the group's guests and applies what it decides. */
async function planned(setup: Given) {
  const { autoApply, about = "the group", deletes = false, unified = false } = setup;
  const fixture = new SimulatedFixture(20);
  const { graph, tenant } = fixture.simulated;
  const group = newGroup({
    displayName: "Everybody else",
    ...(unified && { groupTypes: ["Unified"] }),
  });
  const outer = newGroup({ displayName: "Around it", memberIds: new Set([group.id]) });
  const outermost = newGroup({ displayName: "Around that", memberIds: new Set([outer.id]) });
  for (const each of [group, outer, outermost]) tenant.directory.groups.set(each.id, each);
  const scopes = {
    "the group": { scope: guestsOf(group.id) },
    "a group around it": { scope: guestsOf(outer.id) },
    "a group around that one": { scope: guestsOf(outermost.id) },
    "all groups": eachGroup,
  };
  const { id: tracking, request } = new SimulatedReviews().creation(scopes[about]);
  const body = request.body as { readonly settings: Readonly<Record<string, Json>> };
  const changed = {
    ...body,
    reviewers: [{ query: `/users/${fixture.services.me.userId}`, queryType: "MicrosoftGraph" }],
    settings: {
      ...body.settings,
      autoApplyDecisionsEnabled: autoApply,
      ...(deletes && { applyActions: [DELETE] }),
    },
  };
  const how = { tracking, scopes: REVIEW_WRITE_SCOPES, creates: true };
  await sendRequest(graph, { ...request, body: changed }, how);
  const guest = nth(fixture.guests(), 0);
  const named = { id: guest.id, displayName: guest.displayName ?? "" };
  const plan = planMembers(group.id, [{ ...named, mail: null, userType: "guest" }], {
    ...{ reason: "No review asks about them", mintId: () => fixture.runner.mintId() },
    graphRoot: "http://localhost:4010",
  });
  const run = async () => {
    const { results } = await runPlan(plan, fixture.services);
    return results[0]?.outcome;
  };
  return { fixture, group, guest, run };
}

describe("A guest who was given a role after the plan was made is not put under a review that takes access by itself", () => {
  test.each(WAYS_TO_HOLD_A_ROLE)("a role %s (%s)", async (way, held) => {
    const { fixture, group, guest, run } = await planned({ autoApply: true });
    giveRole(fixture.simulated.tenant.directory, way, guest.id);
    expect(await run()).toMatchObject({
      result: "refused",
      detail: expect.stringContaining(
        held === "active" ? "holds a directory role" : "is eligible for a directory role",
      ) as unknown,
    });
    expect(group.memberIds.has(guest.id)).toBe(false);
  });

  test("nor while it cannot be read who is eligible", async () => {
    const { fixture, group, guest, run } = await planned({ autoApply: true });
    const pathPrefix = "/roleManagement/directory/roleEligibilityScheduleInstances";
    fixture.simulated.strikes({ kind: "forbidden", pathPrefix });
    expect((await run())?.result).toBe("refused");
    expect(group.memberIds.has(guest.id)).toBe(false);
  });

  test("nor while the reviews cannot be read", async () => {
    const { fixture, group, guest, run } = await planned({ autoApply: true });
    const pathPrefix = "/identityGovernance/accessReviews/definitions";
    fixture.simulated.strikes({ kind: "forbidden", method: "GET", pathPrefix });
    expect((await run())?.result).toBe("failed");
    expect(group.memberIds.has(guest.id)).toBe(false);
  });
});

describe("A role holder is not put where a review reaches them another way, and blocks and deletes them by itself", () => {
  const holding = async (setup: Omit<Given, "autoApply">) => {
    const { fixture, guest, run } = await planned({ autoApply: true, ...setup });
    giveRole(fixture.simulated.tenant.directory, "for the whole tenant", guest.id);
    return { run, fixture };
  };

  test.each(["a group around it", "a group around that one"] as const)(
    "of %s: members of the groups inside are reviewed too",
    async (about) => {
      const { run } = await holding({ about, deletes: true });
      expect((await run())?.result).toBe("refused");
    },
  );

  test("but where nested members only stay, which is all that such a review does without deleting", async () => {
    const { run } = await holding({ about: "a group around it" });
    expect((await run())?.result).toBe("done");
  });

  test("over all groups with guests, where the group is one of them", async () => {
    const [unified, security] = [
      await holding({ about: "all groups", deletes: true, unified: true }),
      await holding({ about: "all groups", deletes: true }),
    ];
    expect((await unified.run())?.result).toBe("refused");
    expect((await security.run())?.result).toBe("done");
  });

  test("nor while it cannot be read what the group is inside", async () => {
    const { run, fixture } = await holding({ about: "a group around it", deletes: true });
    fixture.simulated.strikes({ kind: "forbidden", pathPrefix: "/groups/", method: "GET" });
    expect((await run())?.result).toBe("failed");
  });
});

test("Somebody without a role is put under it, and where nothing is applied by itself so is who holds one", async () => {
  const plain = await planned({ autoApply: true });
  expect((await plain.run())?.result).toBe("done");
  const manual = await planned({ autoApply: false });
  giveRole(manual.fixture.simulated.tenant.directory, "for the whole tenant", manual.guest.id);
  expect((await manual.run())?.result).toBe("done");
  expect(manual.group.memberIds.has(manual.guest.id)).toBe(true);
});
