import { expect, test } from "vitest";
import { reviewsSeen } from "./reviews-seen";

const GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c";

test("Who sees every review is known from their roles, and unknown without them", () => {
  expect(reviewsSeen(new Set([GROUPS_ADMINISTRATOR, GLOBAL_READER]))).toBe("all");
  expect(reviewsSeen(new Set([GROUPS_ADMINISTRATOR]))).toBe("some");
  expect(reviewsSeen(new Set())).toBe("some");
  expect(reviewsSeen(null)).toBe("unknown");
});
