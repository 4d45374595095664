import { expect, test } from "vitest";
import type { Conditions } from "../../faults/conditions.ts";
import { definitionsPath, reviewer, ReviewFixture } from "./review-fixture.ts";

const marker = "[guestlist:7c1f]";

function fixtureWith(conditions: Partial<Conditions>) {
  const fixture = new ReviewFixture();
  fixture.tenant.conditions = { ...fixture.tenant.conditions, ...conditions };
  const found = async (as = fixture.governor) => {
    const path = as === fixture.owner ? "/filterByCurrentUser(on='reviewer')" : "";
    const rows = await fixture.rows(`${definitionsPath}${path}`, as);
    return rows.filter((row) => String(row.descriptionForAdmins).endsWith(marker));
  };
  const create = () =>
    fixture.post(
      definitionsPath,
      fixture.body({ descriptionForAdmins: `For the audit. ${marker}` }),
      {
        as: fixture.governor,
      },
    );
  return { fixture, create, found };
}

test.each([
  ["gateway-timeout-after-accept", 504],
  ["throttled-though-applied", 429],
] as const)(
  "A definition whose answer was lost (%s) is not listed before the lag is over, and is there once",
  async (kind, status) => {
    const faults = [{ kind, method: "POST", pathPrefix: definitionsPath, times: 1 }];
    const { fixture, create, found } = fixtureWith({ staleReadsMs: 60_000, faults });
    expect((await create()).status).toBe(status);
    expect(await found()).toEqual([]);
    fixture.tenant.clock.advance(59_000);
    expect(await found()).toEqual([]);
    fixture.tenant.clock.advance(1_000);
    expect(await found()).toHaveLength(1);
    expect(fixture.tenant.directory.effects).toMatchObject([
      { kind: "review-created", answered: "error" },
    ]);
  },
);

test("Sending again instead of looking makes a second definition: the service does not prevent it", async () => {
  const kind = "gateway-timeout-after-accept" as const;
  const faults = [{ kind, method: "POST", pathPrefix: definitionsPath, times: 1 }];
  const { fixture, create, found } = fixtureWith({ staleReadsMs: 60_000, faults });
  expect((await create()).status).toBe(504);
  expect((await create()).status).toBe(201);
  fixture.tenant.clock.advance(60_000);
  expect(await found()).toHaveLength(2);
});

test("A refused one was not made, however long one waits", async () => {
  const kind = "gateway-timeout" as const;
  const faults = [{ kind, method: "POST", pathPrefix: definitionsPath, times: 1 }];
  const { fixture, create, found } = fixtureWith({ staleReadsMs: 60_000, faults });
  expect((await create()).status).toBe(504);
  fixture.tenant.clock.advance(600_000);
  expect(await found()).toEqual([]);
});

test("Reviewers too are not shown what has just been made", async () => {
  const { fixture, create, found } = fixtureWith({ staleReadsMs: 60_000 });
  expect((await create()).status).toBe(201);
  expect(await found(fixture.owner)).toEqual([]);
  fixture.tenant.clock.advance(60_000);
  expect(await found(fixture.owner)).toHaveLength(1);
});

test("One made in a batch whose item lost its answer is found in the same way", async () => {
  const kind = "gateway-timeout-after-accept" as const;
  const faults = [{ kind, method: "POST", pathPrefix: definitionsPath, times: 1 }];
  const { fixture, found } = fixtureWith({ staleReadsMs: 60_000, faults });
  const headers = { "content-type": "application/json" };
  const body = fixture.body({
    descriptionForAdmins: marker,
    reviewers: [reviewer(`/users/${fixture.owner.id}`)],
  });
  const requests = [{ id: "1", method: "POST", url: definitionsPath, headers, body }];
  const answer = await fixture.post("/$batch", { requests }, { as: fixture.governor });
  expect(await answer.json()).toMatchObject({ responses: [{ id: "1", status: 504 }] });
  fixture.tenant.clock.advance(60_000);
  expect(await found()).toHaveLength(1);
});
