import { expect, test } from "vitest";
import type { Graph } from "../graph";
import { simulatedGraph } from "../testing/simulated-graph";
import { readAllRoleHolders } from "./read-all-role-holders";

test("Everybody who holds a role is found in a few requests, and nobody else", async () => {
  const { graph, tenant, sent } = simulatedGraph({ guests: 60 });
  const { directory } = tenant;
  const found = await readAllRoleHolders(graph);
  const holders = [...directory.users.keys()].filter((id) => directory.rolesOf(id).length > 0);
  expect(holders.length).toBeGreaterThan(2);
  expect([...directory.users.keys()].filter((id) => found.has(id))).toEqual(holders);
  expect(sent.length).toBeLessThan(6);
});

test.each([403, 503])(
  "What could not be read whole is not taken for nobody: %i",
  async (status) => {
    const { graph } = simulatedGraph({ guests: 10 });
    const refusing: Pick<Graph, "pages" | "batch"> = {
      pages: (path, options) => graph.pages(path, options),
      batch: async (requests, options) => {
        const answers = await graph.batch(requests, options);
        return new Map([...answers.keys()].map((id) => [id, { status, body: {} }]));
      },
    };
    await expect(readAllRoleHolders(refusing)).rejects.toMatchObject({
      kind: status === 403 ? "forbidden" : "unavailable",
    });
  },
);
