import { expect, test } from "vitest";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";
import { coveredSentence, coveredText } from "./covered-label";

const counted = (guests: number, of: number, onlyInactive = false): CoveredBy => ({
  kind: "counted",
  guests,
  of,
  onlyInactive,
});

test.each<[CoveredBy, string, string]>([
  [counted(1_200, 10_000), "1,200 of 10,000", "It covers 12% of the guests."],
  [counted(1, 300), "1 of 300", "It covers less than 1% of the guests."],
  [counted(299, 300), "299 of 300", "It covers 99% of the guests."],
  [counted(300, 300), "300 of 300", "It covers 100% of the guests."],
  [counted(0, 0), "0 of 0", "It covers 0% of the guests."],
  [
    counted(30, 300, true),
    "30 of 300",
    "It covers 10% of the guests, but only while they're inactive.",
  ],
  [{ kind: "ended" }, "None", "It has ended and doesn't cover anyone."],
  [
    { kind: "not-known", because: "groups-unread" },
    "Unknown",
    "A group in its scope couldn't be read.",
  ],
])("%o:%s.%s", (covered, text, sentence) => {
  expect(coveredText(covered)).toBe(text);
  expect(coveredSentence(covered)).toBe(sentence);
});
