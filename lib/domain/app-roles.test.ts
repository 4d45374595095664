import { expect, test } from "vitest";
import { APP_ROLES, holdsAppRole } from "./app-roles";

test("Each role includes the ones before it and none after", () => {
  for (const [index, held] of APP_ROLES.entries()) {
    const includes = APP_ROLES.filter((role) => holdsAppRole([held], role));
    expect(includes).toEqual(APP_ROLES.slice(0, index + 1));
  }
});

test("No role, or one that is not ours, includes nothing", () => {
  expect(holdsAppRole([], "Governance.Reader")).toBe(false);
  expect(holdsAppRole(["governance.reader", "Global.Administrator"], "Governance.Reader")).toBe(
    false,
  );
});
