import { expect, test } from "vitest";
import { definitionsPath, ReviewFixture } from "@/simulator/graph/access-reviews/review-fixture";
import type { HeldRole } from "../role-holders";
import { definitionBodies } from "./definition-body";
import type { ReviewDraft } from "./draft";
import type { Group, GroupWithGuests } from "./group";
import type { ReviewedGuest } from "./in-scope";
import { preflight } from "./preflight";
import { someDraft } from "./testing/some-draft";

// What is said before a review, held against what a simulated quarter then does.

/** An organization with groups of every kind, each with the same three guests. */
class Prediction extends ReviewFixture {
  readonly guestIds = [this.active.id, this.quiet.id, this.never.id];
  readonly #all = new Set(this.guestIds);
  readonly inner = this.addGroup({ displayName: "Inner", memberIds: new Set(this.#all) });
  readonly outer = this.addGroup({ displayName: "Outer", memberIds: new Set([this.inner.id]) });
  readonly dynamic = this.addGroup({
    displayName: "Dynamic",
    groupTypes: ["Unified", "DynamicMembership"],
    memberIds: new Set(this.#all),
  });
  readonly synced = this.addGroup({
    displayName: "Synced",
    onPremisesSyncEnabled: true,
    memberIds: new Set(this.#all),
  });
  readonly groups = [this.group, this.inner, this.outer, this.dynamic, this.synced];

  read(): readonly GroupWithGuests[] {
    return this.groups.map((group) => ({
      group: this.#asRead(group),
      directGuestIds: this.guestIds.filter((id) => group.memberIds.has(id)),
      nestedGuestIds: group === this.outer ? this.guestIds : [],
      ownerIds: [...group.ownerIds],
    }));
  }

  #asRead(group: ReviewFixture["group"]): Group {
    const { id, displayName, groupTypes, onPremisesSyncEnabled } = group;
    const kind = groupTypes.includes("Unified") ? "microsoft-365" : "security";
    const dynamic = groupTypes.includes("DynamicMembership");
    const synced = onPremisesSyncEnabled === true;
    return { id, displayName, kind, dynamic, synced, roleAssignable: false };
  }

  guests(): ReadonlyMap<string, ReviewedGuest> {
    const users = [this.active, this.quiet, this.never];
    return new Map(
      users.map(({ id, signIns, createdDateTime }) => {
        const at = Date.parse(signIns?.lastSuccessAt ?? "");
        return [
          id,
          {
            ...{ id, displayName: id, standing: "active" as const, enabled: true },
            createdAt: createdDateTime === null ? null : Date.parse(createdDateTime),
            lastSeen: Number.isNaN(at)
              ? ({ kind: "never" } as const)
              : ({ kind: "at", at } as const),
            lastAttemptAt: null,
          },
        ];
      }),
    );
  }

  memberships(): readonly string[] {
    return this.groups.flatMap((group) =>
      [...group.memberIds].filter((id) => this.#all.has(id)).map((id) => `${id} in ${group.id}`),
    );
  }
}

async function hold(fixture: Prediction, draft: ReviewDraft) {
  fixture.tenant.licence = "governance";
  const groups = fixture.read();
  const before = fixture.memberships();
  const now = fixture.tenant.clock.now();
  const licence = { p2: true, governance: true };
  const protection = { accounts: [], roleHolders: new Map<string, HeldRole>(), roleGroupIds: [] };
  const said = preflight({
    draft,
    groups,
    guests: fixture.guests(),
    licence,
    protection,
    reviews: [],
    now,
  });
  for (const { body } of definitionBodies(draft, () => "")) {
    const response = await fixture.post(definitionsPath, body, { as: fixture.governor });
    expect(response.status).toBe(201);
  }
  fixture.pass(60);
  await fixture.rows(definitionsPath);
  const after = new Set(fixture.memberships());
  return { said, gone: before.filter((each) => !after.has(each)) };
}

const ANSWERS = ["Deny", "Approve", "Recommendation", null] as const;

test.each(ANSWERS)("all groups, %s", async (ifNobodyAnswers) => {
  const fixture = new Prediction();
  const scope = { kind: "all-groups", teamsOnly: false } as const;
  const schedule = { frequency: "once" } as const;
  const { said, gone } = await hold(
    fixture,
    someDraft({ scope, schedule, consequence: { ifNobodyAnswers } }),
  );
  const expected = said.unanswered.losing.map(({ guest, group }) => `${guest.id} in ${group.id}`);
  expect(gone.toSorted()).toEqual(expected.toSorted());
  expect(expected).toHaveLength(
    { Deny: 3, Approve: 0, Recommendation: 2, none: 0 }[ifNobodyAnswers ?? "none"],
  );
});

test.each([
  ["remove-access", 6],
  ["block-then-delete", 0],
] as const)("every group, chosen, %s", async (applyAction, removed) => {
  const fixture = new Prediction();
  const groupIds = fixture.groups.map(({ id }) => id);
  const scope = { kind: "groups", groupIds, inactiveDays: null } as const;
  const schedule = { frequency: "once" } as const;
  const { said, gone } = await hold(
    fixture,
    someDraft({ scope, schedule, consequence: { applyAction } }),
  );
  const { losing, staying } = said.unanswered;
  if (applyAction === "remove-access") {
    expect(gone.toSorted()).toEqual(
      losing.map(({ guest, group }) => `${guest.id} in ${group.id}`).toSorted(),
    );
    expect(gone).toHaveLength(removed);
    expect(new Set(staying.map(({ because }) => because))).toEqual(
      new Set(["nested-group", "dynamic-group", "synced-group"]),
    );
    return;
  }
  expect(staying).toEqual([]);
  const deleted = [...fixture.tenant.directory.deletedUsers.keys()];
  expect(deleted.toSorted()).toEqual(said.deleted.map(({ guestId }) => guestId).toSorted());
  expect(deleted).toHaveLength(3);
});

test("inactive guests over all groups", async () => {
  const fixture = new Prediction();
  for (const user of [fixture.active, fixture.quiet, fixture.never]) {
    user.createdDateTime = "2020-01-01T00:00:00Z";
  }
  const scope = { kind: "inactive-over-groups", inactiveDays: 60 } as const;
  const schedule = { frequency: "once" } as const;
  const { said, gone } = await hold(fixture, someDraft({ scope, schedule }));
  const expected = said.unanswered.losing.map(({ guest, group }) => `${guest.id} in ${group.id}`);
  expect(gone.toSorted()).toEqual(expected.toSorted());
  expect(gone).toHaveLength(4);
});
