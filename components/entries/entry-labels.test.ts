import { expect, test } from "vitest";
import { READ_AGAIN } from "@/lib/domain/outcome";
import { CORRECTION_MEANING, evidenceMeaning } from "@/components/entries/entry-labels";

test.each([
  ["a person's correction", "Looked it up", true],
  ["a later resolving", READ_AGAIN, false],
  ["one of an earlier version", "The directory was read again and shows otherwise.", false],
])("Who vouches for an outcome that was corrected: %s", (_, correction, isPersons) => {
  const said = evidenceMeaning({ result: "done", evidence: "reported", correction });
  expect(said === CORRECTION_MEANING).toBe(isPersons);
});
