import { expect, test } from "vitest";
import { readsEveryReview } from "./reads-every-review";

const GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c";

test("Who sees every review is known from their roles, and unknown without them", () => {
  expect(readsEveryReview(new Set([GROUPS_ADMINISTRATOR, GLOBAL_READER]))).toBe(true);
  expect(readsEveryReview(new Set([GROUPS_ADMINISTRATOR]))).toBe(false);
  expect(readsEveryReview(new Set())).toBe(false);
  expect(readsEveryReview(null)).toBeNull();
});
