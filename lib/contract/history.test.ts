import { expect, test } from "vitest";
import { historyRequest } from "./history";

const id = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

test.each([
  ["alone", { by: "plan" }, true],
  ["of a person, a kind and a time", { by: "plan", actor: id, kind: "block", before: "7" }, true],
  ["searched", { by: "plan", q: "ada" }, false],
  ["of a guest", { by: "plan", guest: id }, false],
  ["of an outcome", { by: "plan", result: "done" }, false],
  ["by something else", { by: "person" }, false],
])("Rows by plan can be asked for %s: %j is accepted: %j", (_, request, accepted) => {
  expect(historyRequest.safeParse(request).success).toBe(accepted);
});

test("A search is a text of one to a hundred characters", () => {
  expect(historyRequest.parse({ q: "  ada " })).toMatchObject({ q: "ada" });
  for (const q of ["", "   ", "a".repeat(101)]) {
    expect(historyRequest.safeParse({ q }).success, q).toBe(false);
  }
});
