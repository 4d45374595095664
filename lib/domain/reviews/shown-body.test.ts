import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { definitionBodies } from "./definition-body";
import { markerOf } from "./marker";
import { REVIEW_TEMPLATES } from "./templates";

const PAGE = "docs/access-reviews.md";
const OPERATION_ID = "5d0c7f0e-6d1a-4f5b-9c55-0a1b2c3d4e5f";

test(`${PAGE} shows the very body that the quarterly template sends`, () => {
  const shown = /```json\n([\s\S]*?)\n```/.exec(readFileSync(PAGE, "utf8"))?.[1] ?? "";
  const template = REVIEW_TEMPLATES.find(({ id }) => id === "quarterly-deny");
  const draft = template?.draft("2026-12-01");
  if (draft === undefined) throw new Error("There is no quarterly template");
  const [sent] = definitionBodies(draft, () => markerOf(OPERATION_ID));
  expect(JSON.parse(shown)).toEqual(sent?.body);
});
