import { describe, expect, test } from "vitest";
import { ReviewBed, type Shown } from "./review-bed.ts";

const path = "/identityGovernance/accessReviews/historyDefinitions";
const wanted = {
  displayName: "Last quarter",
  reviewHistoryPeriodStartDateTime: "2026-08-01T00:00:00Z",
  reviewHistoryPeriodEndDateTime: "2026-11-20T00:00:00Z",
  scopes: [{ queryType: "MicrosoftGraph", query: "/identityGovernance/accessReviews/definitions" }],
};

describe("History: https://learn.microsoft.com/graph/api/accessreviewset-post-historydefinitions", () => {
  test("is requested, done a little later, and kept for 30 days", async () => {
    const bed = new ReviewBed();
    const as = bed.governor;
    const response = await bed.post(path, wanted, { as });
    expect(response.status).toBe(201);
    const made = (await response.json()) as Shown;
    expect(made).toMatchObject({ status: "requested", createdBy: { id: as.id } });
    const at = `${path}/${made.id}`;
    const [instance] = await bed.rows(`${at}/instances`);
    const generate = () =>
      bed.post(`${at}/instances/${instance?.id ?? ""}/generateDownloadUri`, undefined, { as });
    expect((await generate()).status).toBe(400);
    bed.pass(1);
    expect(await bed.statusOf(at)).toBe("done");
    const generated = await generate();
    expect(generated.status).toBe(200);
    expect(await generated.json()).toMatchObject({
      status: "done",
      downloadUri: expect.stringContaining(".csv") as string,
    });
    expect(await bed.rows(path)).toHaveLength(1);
    bed.pass(30);
    expect(await bed.rows(path)).toEqual([]);
    expect((await bed.get(at)).status).toBe(404);
  });

  test("needs a name, a period and scopes, and a role", async () => {
    const bed = new ReviewBed();
    const status = async (body: object, as = bed.governor) =>
      (await bed.post(path, { ...wanted, ...body }, { as })).status;
    expect(await status({ displayName: "" })).toBe(400);
    expect(await status({ scopes: [] })).toBe(400);
    expect(await status({ reviewHistoryPeriodEndDateTime: "2026-07-01T00:00:00Z" })).toBe(400);
    expect(await status({ decisions: ["maybe"] })).toBe(400);
    expect(await status({ scheduleSettings: { reportRange: "P1M" } })).toBe(400);
    expect(await status({}, bed.owner)).toBe(403);
    expect((await bed.get(path, { as: bed.owner })).status).toBe(403);
  });
});
