import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seedTenant } from "./harborline.ts";

const tenant = seedTenant({ guests: 40, seed: 1 });

describe("the personas", () => {
  test("stand in the order of the sign-in page, each with a directory object and the roles told", () => {
    const listed = tenant.personas.map(({ name, userId, appRoles }) => [
      name,
      tenant.directory
        .rolesOf(userId)
        .map(({ displayName }) => displayName)
        .sort()
        .join(", "),
      appRoles.join(),
    ]);
    expect(listed).toEqual([
      [
        "Grace Okafor",
        "Identity Governance Administrator, Security Reader, User Administrator",
        "Governance.Administrator",
      ],
      ["Uma Lindqvist", "Security Reader, User Administrator", "Governance.Operator"],
      ["Ivan Petrov", "Directory Readers, Guest Inviter", "Governance.Operator"],
      ["Priya Raman", "Privileged Role Administrator, Reports Reader", "Governance.Operator"],
      ["Manuel Ortega", "", "Governance.Reader"],
      ["Rhea Castellanos", "Global Reader", "Governance.Reader"],
      ["Nora Whitfield", "", ""],
      ["Gil Marchetti", "", ""],
      ["Adele Fontaine", "Global Administrator", "Governance.Administrator"],
    ]);
  });

  test("may consent for everybody only where the organization let them", () => {
    const may = tenant.personas.filter(({ canConsentForAll }) => canConsentForAll);
    expect(may.map(({ name }) => name)).toEqual(["Grace Okafor", "Priya Raman", "Adele Fontaine"]);
  });

  test("are the ones that docs/simulator.md tells people of, with the same roles", () => {
    const docs = readFileSync(new URL("../../../docs/simulator.md", import.meta.url), "utf8");
    const listed = docs.split("\n").filter((line) => /^\| .+ \| `[^`]+@[^`]+`/.test(line));
    expect(listed).toHaveLength(tenant.personas.length);
    for (const [row, { name, username, userId, appRoles }] of tenant.personas.entries()) {
      const roles = tenant.directory.rolesOf(userId).map(({ displayName }) => displayName);
      for (const words of [name, `\`${username}\``, ...roles, ...appRoles]) {
        expect(listed[row]).toContain(words);
      }
    }
  });
});
