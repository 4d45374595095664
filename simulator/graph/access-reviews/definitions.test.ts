import { describe, expect, test } from "vitest";
import { definitionsPath, eachGroup, reviewer, ReviewBed, type Shown } from "./review-bed.ts";

describe("Create definitions: https://learn.microsoft.com/graph/api/accessreviewset-post-definitions", () => {
  test("answers 201 with the whole definition, its queries rewritten", async () => {
    const bed = new ReviewBed();
    const response = await bed.post(definitionsPath, bed.body(), { as: bed.governor });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      status: "NotStarted",
      displayName: "Partners each quarter",
      createdBy: { id: bed.governor.id },
      scope: {
        "@odata.type": "#microsoft.graph.accessReviewQueryScope",
        query: `/v1.0/groups/${bed.group.id}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`,
        queryRoot: null,
      },
      instanceEnumerationScope: null,
      settings: {
        defaultDecision: "Deny",
        applyActions: [{ "@odata.type": "#microsoft.graph.removeAccessApplyAction" }],
        recurrence: { range: { type: "noEnd", startDate: "2026-11-20", endDate: null } },
      },
    });
    const [effect] = bed.tenant.directory.effects;
    expect(effect).toMatchObject({ kind: "review-created", actorId: bed.governor.id });
    expect(bed.tenant.directory.audits.at(-1)?.activityDisplayName).toBe("Create access review");
  });

  test("needs the scope, one of two roles and the licence", async () => {
    const bed = new ReviewBed();
    const create = (as = bed.governor, scopes = ["AccessReview.ReadWrite.All"]) =>
      bed.post(definitionsPath, bed.body(), { as, scopes });
    const uma = bed.member("Uma", "userAdministrator");
    expect((await create(uma)).status).toBe(201);
    expect((await create(bed.member("Rhea", "globalReader"))).status).toBe(403);
    expect((await create(bed.member("Sam", "securityAdministrator"))).status).toBe(403);
    expect((await create(bed.owner)).status).toBe(403);
    expect((await create(bed.governor, ["AccessReview.Read.All"])).status).toBe(403);
    bed.tenant.licence = "P1";
    const refused = await create();
    expect(refused.status).toBe(403);
    expect(JSON.stringify(await refused.json())).toContain("Microsoft Entra ID P2");
  });

  test("after a gateway's 504 the definition is there all the same", async () => {
    const bed = new ReviewBed();
    bed.tenant.weather.faults = [
      { kind: "gateway-timeout-after-accept", method: "POST", times: 1 },
    ];
    const response = await bed.post(definitionsPath, bed.body(), { as: bed.governor });
    expect(response.status).toBe(504);
    expect(await bed.rows(definitionsPath)).toHaveLength(1);
    expect(bed.tenant.directory.effects[0]?.answered).toBe("error");
  });

  test("starts on the day that the schedule says", async () => {
    const bed = new ReviewBed();
    const range = { type: "endDate", startDate: "2026-12-01", endDate: "2026-12-20" };
    const recurrence = { pattern: { type: "weekly", interval: 1 }, range };
    const settings = { instanceDurationInDays: 7, recurrence };
    const definition = await bed.review({ settings });
    expect(await bed.rows(`${definition}/instances`)).toEqual([]);
    expect(await bed.statusOf(definition)).toBe("NotStarted");
    bed.pass(33);
    const starts = (await bed.rows(`${definition}/instances`)).map(
      ({ startDateTime }) => startDateTime,
    );
    expect(starts).toEqual(
      ["2026-12-01", "2026-12-08", "2026-12-15"].map((day) => `${day}T00:00:00.000Z`),
    );
    expect(await bed.statusOf(definition)).toBe("Completed");
  });
});

describe("List definitions: https://learn.microsoft.com/graph/api/accessreviewset-list-definitions", () => {
  test("filters by the query of plain scopes and by status", async () => {
    const bed = new ReviewBed();
    bed.tenant.licence = "governance";
    await bed.review({ displayName: "One" });
    await bed.review({ displayName: "Each", ...eachGroup, reviewers: [reviewer("./owners")] });
    const scope = {
      ...eachGroup.scope,
      "@odata.type": "#microsoft.graph.accessReviewInactiveUsersQueryScope",
      inactiveDuration: "P30D",
    };
    await bed.review({
      displayName: "Inactive",
      ...eachGroup,
      scope,
      reviewers: [reviewer("./owners")],
    });
    const found = async (filter: string) => {
      const rows = await bed.rows(`${definitionsPath}?$filter=${encodeURIComponent(filter)}`);
      return rows.map(({ displayName }) => displayName);
    };
    const contains = (text: string) =>
      `contains(scope/microsoft.graph.accessReviewQueryScope/query, '${text}')`;
    expect(await found(contains("/groups"))).toEqual(["One"]);
    expect(await found(contains(`/groups/${bed.group.id}`))).toEqual(["One"]);
    expect(await found(contains("./members"))).toEqual(["Each"]);
    expect(await found("status eq 'InProgress'")).toEqual(["One", "Each", "Inactive"]);
    expect(await found("status eq 'Applied'")).toEqual([]);
    const refused = await bed.get(`${definitionsPath}?$filter=displayName eq 'One'`);
    expect(refused.status).toBe(400);
  });

  test("skips, pages at 100, sorts and selects", async () => {
    const bed = new ReviewBed();
    for (let index = 0; index < 103; index += 1) {
      await bed.review({ displayName: `Review ${String(index).padStart(3, "0")}` });
    }
    const response = await bed.get(
      `${definitionsPath}?$select=displayName&$skip=1&$orderby=displayName desc`,
    );
    const page = (await response.json()) as { value: Shown[]; "@odata.nextLink": string };
    expect(page.value).toHaveLength(100);
    expect(page.value[0]).toEqual({ displayName: "Review 101" });
    const next = page["@odata.nextLink"].replace("https://graph.microsoft.com/v1.0", "");
    expect((await bed.rows(next)).map(({ displayName }) => displayName)).toEqual([
      "Review 001",
      "Review 000",
    ]);
    expect(await bed.rows(`${definitionsPath}?$top=2&$skip=100`)).toHaveLength(2);
    expect((await bed.get(`${definitionsPath}?$search="x"`)).status).toBe(400);
  });

  test("can be asked in a batch, each item on its own", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
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
    const answer = await bed.post("/$batch", { requests }, { as: bed.governor });
    const { responses } = (await answer.json()) as { responses: { id: string; status: number }[] };
    const statuses = responses.sort((a, b) => a.id.localeCompare(b.id)).map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 405]);
  });

  test("shows all to readers, their own to those who made some, and nothing to others", async () => {
    const bed = new ReviewBed();
    await bed.review();
    for (const role of ["globalReader", "securityReader", "userAdministrator"] as const) {
      expect(await bed.rows(definitionsPath, bed.member("Reader", role))).toHaveLength(1);
    }
    expect(await bed.rows(definitionsPath, bed.governor)).toHaveLength(1);
    const other = bed.member("Nora");
    expect((await bed.get(definitionsPath, { as: other })).status).toBe(403);
    expect((await bed.get(definitionsPath, { as: bed.active })).status).toBe(403);
    const scopes = ["User.Read.All"];
    expect((await bed.get(definitionsPath, { scopes })).status).toBe(403);
  });

  test("may not know yet what has just been made", async () => {
    const bed = new ReviewBed();
    bed.tenant.weather.staleReadsMs = 60_000;
    const definition = await bed.review();
    expect(await bed.rows(definitionsPath)).toEqual([]);
    expect(await bed.statusOf(definition)).toBe("InProgress");
    bed.pass(0.1);
    expect(await bed.rows(definitionsPath)).toHaveLength(1);
  });
});

describe("Get, delete and filter by current user: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-get", () => {
  test("somebody who was asked to review may read the definition, others may not", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    expect(await bed.statusOf(definition)).toBe("InProgress");
    expect((await bed.get(definition, { as: bed.owner })).status).toBe(200);
    expect((await bed.get(definition, { as: bed.member("Nora") })).status).toBe(403);
    expect((await bed.get(`${definitionsPath}/none`)).status).toBe(404);
  });

  test("lists what the caller is a reviewer of", async () => {
    const bed = new ReviewBed();
    await bed.review();
    await bed.rows(definitionsPath);
    const mine = `${definitionsPath}/filterByCurrentUser(on='reviewer')`;
    expect(await bed.rows(mine, bed.owner)).toHaveLength(1);
    expect(await bed.rows(mine, bed.governor)).toEqual([]);
  });

  test("a deleted definition is gone, with everything that was to come", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    await bed.instance(definition);
    expect((await bed.send("DELETE", definition, { as: bed.owner })).status).toBe(403);
    expect((await bed.send("DELETE", definition, { as: bed.governor })).status).toBe(204);
    expect((await bed.get(definition)).status).toBe(404);
    bed.pass(20);
    await bed.rows(definitionsPath);
    expect(bed.group.memberIds).toContain(bed.quiet.id);
  });
});
