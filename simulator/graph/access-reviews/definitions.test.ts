import { describe, expect, test } from "vitest";
import {
  definitionsPath,
  eachGroup,
  reviewer,
  ReviewFixture,
  type Shown,
} from "./review-fixture.ts";

describe("Create definitions: https://learn.microsoft.com/graph/api/accessreviewset-post-definitions", () => {
  test("answers 201 with the whole definition, its queries rewritten", async () => {
    const fixture = new ReviewFixture();
    const response = await fixture.post(definitionsPath, fixture.body(), { as: fixture.governor });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      status: "NotStarted",
      displayName: "Partners each quarter",
      createdBy: { id: fixture.governor.id },
      scope: {
        "@odata.type": "#microsoft.graph.accessReviewQueryScope",
        query: `/v1.0/groups/${fixture.group.id}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
        queryRoot: null,
      },
      instanceEnumerationScope: null,
      settings: {
        defaultDecision: "Deny",
        applyActions: [{ "@odata.type": "#microsoft.graph.removeAccessApplyAction" }],
        recurrence: { range: { type: "noEnd", startDate: "2026-11-20", endDate: null } },
      },
    });
    const [effect] = fixture.tenant.directory.effects;
    expect(effect).toMatchObject({ kind: "review-created", actorId: fixture.governor.id });
    expect(fixture.tenant.directory.audits.at(-1)?.activityDisplayName).toBe(
      "Create access review",
    );
  });

  test("needs the scope, one of two roles and the licence", async () => {
    const fixture = new ReviewFixture();
    const create = (as = fixture.governor, scopes = ["AccessReview.ReadWrite.All"]) =>
      fixture.post(definitionsPath, fixture.body(), { as, scopes });
    const uma = fixture.member("Uma", "userAdministrator");
    expect((await create(uma)).status).toBe(201);
    expect((await create(fixture.member("Rhea", "globalReader"))).status).toBe(403);
    expect((await create(fixture.member("Sam", "securityAdministrator"))).status).toBe(403);
    expect((await create(fixture.owner)).status).toBe(403);
    expect((await create(fixture.governor, ["AccessReview.Read.All"])).status).toBe(403);
    fixture.tenant.licence = "P1";
    const refused = await create();
    expect(refused.status).toBe(403);
    expect(JSON.stringify(await refused.json())).toContain("Microsoft Entra ID P2");
  });

  test("after a gateway's 504 the definition is there all the same", async () => {
    const fixture = new ReviewFixture();
    fixture.tenant.conditions.faults = [
      { kind: "gateway-timeout-after-accept", method: "POST", times: 1 },
    ];
    const response = await fixture.post(definitionsPath, fixture.body(), { as: fixture.governor });
    expect(response.status).toBe(504);
    expect(await fixture.rows(definitionsPath)).toHaveLength(1);
    expect(fixture.tenant.directory.effects[0]?.answered).toBe("error");
  });

  test("starts on the day that the schedule says", async () => {
    const fixture = new ReviewFixture();
    const range = { type: "endDate", startDate: "2026-12-01", endDate: "2026-12-20" };
    const recurrence = { pattern: { type: "weekly", interval: 1 }, range };
    const settings = { instanceDurationInDays: 7, recurrence };
    const definition = await fixture.review({ settings });
    expect(await fixture.rows(`${definition}/instances`)).toEqual([]);
    expect(await fixture.statusOf(definition)).toBe("NotStarted");
    fixture.pass(33);
    const starts = (await fixture.rows(`${definition}/instances`)).map(
      ({ startDateTime }) => startDateTime,
    );
    expect(starts).toEqual(
      ["2026-12-01", "2026-12-08", "2026-12-15"].map((day) => `${day}T00:00:00.000Z`),
    );
    expect(await fixture.statusOf(definition)).toBe("Completed");
  });
});

describe("List definitions: https://learn.microsoft.com/graph/api/accessreviewset-list-definitions", () => {
  test("filters by the query of plain scopes and by status", async () => {
    const fixture = new ReviewFixture();
    fixture.tenant.licence = "governance";
    await fixture.review({ displayName: "One" });
    await fixture.review({ displayName: "Each", ...eachGroup, reviewers: [reviewer("./owners")] });
    const scope = {
      ...eachGroup.scope,
      "@odata.type": "#microsoft.graph.accessReviewInactiveUsersQueryScope",
      inactiveDuration: "P30D",
    };
    await fixture.review({
      displayName: "Inactive",
      ...eachGroup,
      scope,
      reviewers: [reviewer("./owners")],
    });
    const found = async (filter: string) => {
      const rows = await fixture.rows(`${definitionsPath}?$filter=${encodeURIComponent(filter)}`);
      return rows.map(({ displayName }) => displayName);
    };
    const contains = (text: string) =>
      `contains(scope/microsoft.graph.accessReviewQueryScope/query, '${text}')`;
    expect(await found(contains("/groups"))).toEqual(["One"]);
    expect(await found(contains(`/groups/${fixture.group.id}`))).toEqual(["One"]);
    expect(await found(contains("./members"))).toEqual(["Each"]);
    expect(await found("status eq 'InProgress'")).toEqual(["One", "Each", "Inactive"]);
    expect(await found("status eq 'Applied'")).toEqual([]);
    const refused = await fixture.get(`${definitionsPath}?$filter=displayName eq 'One'`);
    expect(refused.status).toBe(400);
  });

  test("skips, pages at 100, sorts and selects", async () => {
    const fixture = new ReviewFixture();
    for (let index = 0; index < 103; index += 1) {
      await fixture.review({ displayName: `Review ${String(index).padStart(3, "0")}` });
    }
    const response = await fixture.get(
      `${definitionsPath}?$select=displayName&$skip=1&$orderby=displayName desc`,
    );
    const page = (await response.json()) as { value: Shown[]; "@odata.nextLink": string };
    expect(page.value).toHaveLength(100);
    expect(page.value[0]).toEqual({ displayName: "Review 101" });
    const next = page["@odata.nextLink"].replace("https://graph.microsoft.com/v1.0", "");
    expect((await fixture.rows(next)).map(({ displayName }) => displayName)).toEqual([
      "Review 001",
      "Review 000",
    ]);
    expect(await fixture.rows(`${definitionsPath}?$top=2&$skip=100`)).toHaveLength(2);
    expect((await fixture.get(`${definitionsPath}?$search="x"`)).status).toBe(501);
  });

  test("can be asked in a batch, each item on its own", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    const requests = [
      { id: "1", method: "GET", url: `${definition}/instances?$select=status` },
      { id: "2", method: "GET", url: `${definitionsPath}/filterByCurrentUser(on='reviewer')` },
      {
        id: "3",
        method: "PATCH",
        url: definition,
        headers: { "content-type": "application/json" },
        body: {},
      },
    ];
    const answer = await fixture.post("/$batch", { requests }, { as: fixture.governor });
    const { responses } = (await answer.json()) as { responses: { id: string; status: number }[] };
    const statuses = responses.sort((a, b) => a.id.localeCompare(b.id)).map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 405]);
  });

  test("shows all to readers, their own to those who made some, and nothing to others", async () => {
    const fixture = new ReviewFixture();
    await fixture.review();
    for (const role of ["globalReader", "securityReader", "userAdministrator"] as const) {
      expect(await fixture.rows(definitionsPath, fixture.member("Reader", role))).toHaveLength(1);
    }
    expect(await fixture.rows(definitionsPath, fixture.governor)).toHaveLength(1);
    const other = fixture.member("Nora");
    expect((await fixture.get(definitionsPath, { as: other })).status).toBe(403);
    expect((await fixture.get(definitionsPath, { as: fixture.active })).status).toBe(403);
    const scopes = ["User.Read.All"];
    expect((await fixture.get(definitionsPath, { scopes })).status).toBe(403);
  });

  test("may not know yet what has just been made", async () => {
    const fixture = new ReviewFixture();
    fixture.tenant.conditions.staleReadsMs = 60_000;
    const definition = await fixture.review();
    expect(await fixture.rows(definitionsPath)).toEqual([]);
    expect(await fixture.statusOf(definition)).toBe("InProgress");
    fixture.pass(0.1);
    expect(await fixture.rows(definitionsPath)).toHaveLength(1);
  });
});

describe("Get, delete and filter by current user: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-get", () => {
  test("somebody who was asked to review may read the definition, others may not", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    expect(await fixture.statusOf(definition)).toBe("InProgress");
    expect((await fixture.get(definition, { as: fixture.owner })).status).toBe(200);
    expect((await fixture.get(definition, { as: fixture.member("Nora") })).status).toBe(403);
    expect((await fixture.get(`${definitionsPath}/none`)).status).toBe(404);
  });

  test("lists what the caller is a reviewer of", async () => {
    const fixture = new ReviewFixture();
    await fixture.review();
    await fixture.rows(definitionsPath);
    const mine = `${definitionsPath}/filterByCurrentUser(on='reviewer')`;
    expect(await fixture.rows(mine, fixture.owner)).toHaveLength(1);
    expect(await fixture.rows(mine, fixture.governor)).toEqual([]);
  });

  test("a deleted definition is gone, with everything that was to come", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    await fixture.instance(definition);
    expect((await fixture.send("DELETE", definition, { as: fixture.owner })).status).toBe(403);
    expect((await fixture.send("DELETE", definition, { as: fixture.governor })).status).toBe(204);
    expect((await fixture.get(definition)).status).toBe(404);
    fixture.pass(20);
    await fixture.rows(definitionsPath);
    expect(fixture.group.memberIds).toContain(fixture.quiet.id);
  });
});
