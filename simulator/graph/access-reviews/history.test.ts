import { describe, expect, test } from "vitest";
import { ReviewFixture, type Shown } from "./review-fixture.ts";

const path = "/identityGovernance/accessReviews/historyDefinitions";
const request = {
  displayName: "Last quarter",
  reviewHistoryPeriodStartDateTime: "2026-08-01T00:00:00Z",
  reviewHistoryPeriodEndDateTime: "2026-11-20T00:00:00Z",
  scopes: [{ queryType: "MicrosoftGraph", query: "/identityGovernance/accessReviews/definitions" }],
};

describe("History: https://learn.microsoft.com/graph/api/accessreviewset-post-historydefinitions", () => {
  test("is requested, done a little later, and kept for 30 days", async () => {
    const fixture = new ReviewFixture();
    const as = fixture.governor;
    const response = await fixture.post(path, request, { as });
    expect(response.status).toBe(201);
    const made = (await response.json()) as Shown;
    expect(made).toMatchObject({ status: "requested", createdBy: { id: as.id } });
    const at = `${path}/${made.id}`;
    const [instance] = await fixture.rows(`${at}/instances`);
    const generate = () =>
      fixture.post(`${at}/instances/${instance?.id ?? ""}/generateDownloadUri`, undefined, { as });
    expect((await generate()).status).toBe(400);
    fixture.pass(1);
    expect(await fixture.statusOf(at)).toBe("done");
    const generated = await generate();
    expect(generated.status).toBe(200);
    expect(await generated.json()).toMatchObject({
      status: "done",
      downloadUri: expect.stringContaining(".csv") as string,
    });
    expect(await fixture.rows(path)).toHaveLength(1);
    fixture.pass(30);
    expect(await fixture.rows(path)).toEqual([]);
    expect((await fixture.get(at)).status).toBe(404);
  });

  test("needs a name, a period and scopes, and a role", async () => {
    const fixture = new ReviewFixture();
    const status = async (body: object, as = fixture.governor) =>
      (await fixture.post(path, { ...request, ...body }, { as })).status;
    expect(await status({ displayName: "" })).toBe(400);
    expect(await status({ scopes: [] })).toBe(400);
    expect(await status({ reviewHistoryPeriodEndDateTime: "2026-07-01T00:00:00Z" })).toBe(400);
    expect(await status({ decisions: ["maybe"] })).toBe(400);
    expect(await status({ scheduleSettings: { reportRange: "P1M" } })).toBe(400);
    expect(await status({}, fixture.owner)).toBe(403);
    expect((await fixture.get(path, { as: fixture.owner })).status).toBe(403);
  });
});
