import { expect, test } from "vitest";
import { strongestRole } from "./app-roles";

test("The strongest of several roles counts", () => {
  const role = strongestRole(["Governance.Administrator", "Governance.Reader"]);
  expect(role?.name).toBe("Administrator");
});

test("A role that this product does not know is no role", () => {
  expect(strongestRole(["Somebody.Else", "governance.reader"])).toBeNull();
});
