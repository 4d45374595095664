import { expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { simulatedGraph } from "../testing/simulated-graph";
import { readLicence } from "./read-licence";

test.each([
  ["none", { p2: false, governance: false }],
  ["P1", { p2: false, governance: false }],
  ["P2", { p2: true, governance: false }],
  ["governance", { p2: true, governance: true }],
] as const)("With the licence %s", async (licence, expected) => {
  const { graph, tenant } = simulatedGraph({ guests: 0 });
  tenant.licence = licence;
  expect(await readLicence(graph)).toEqual(expected);
});

test("Where the licences may not be read, nothing is said of them", async () => {
  const { graph } = scripted(say({ error: { code: "Authorization_RequestDenied" } }, 403));
  expect(await readLicence(graph)).toEqual({ p2: null, governance: null });
});

test("What is suspended or switched off is not there", async () => {
  const plan = (provisioningStatus: string) => ({
    servicePlanName: "AAD_PREMIUM_P2",
    provisioningStatus,
  });
  const { graph } = scripted(
    say({
      value: [
        { capabilityStatus: "Suspended", servicePlans: [plan("Success")] },
        { capabilityStatus: "Enabled", servicePlans: [plan("Disabled")] },
      ],
    }),
  );
  expect((await readLicence(graph)).p2).toBe(false);
});

test.each(["AadPremiumLicenseRequired", "GovernanceLicenseRequired"])(
  "%s is understood as a missing licence",
  async (code) => {
    const { graph } = scripted(say({ error: { code } }, 403));
    const reading = graph.send("POST", "/reviews", { scopes: [] });
    await expect(reading).rejects.toMatchObject({ kind: "licence-missing" });
  },
);
