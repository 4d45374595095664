import { expect, test } from "vitest";
import { simulatedGraph } from "../testing/simulated-graph";
import { readInviters } from "./read-inviters";

test("Everybody who was invited lately is there with the person who invited them", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 400 });
  const inviters = await readInviters(graph);
  const records = tenant.directory.audits.filter(
    ({ activityDisplayName, result }) =>
      activityDisplayName === "Invite external user" && result === "success",
  );
  expect(records.length).toBeGreaterThan(0);
  for (const { targetResources } of records) {
    for (const { id } of targetResources) expect(inviters.has(id)).toBe(true);
  }
  expect(inviters.size).toBe(
    new Set(records.flatMap(({ targetResources }) => targetResources.map(({ id }) => id))).size,
  );
});
