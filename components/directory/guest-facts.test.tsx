import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { someGuest } from "@/lib/inventory/testing/some-guest";
import { invitationFact, lastAttemptFact } from "./guest-facts";

const shown = (fact: ReturnType<typeof lastAttemptFact>) => render(<>{fact}</>).container;

test.each([
  ["unread", "Not read yet"],
  ["unreadable", "Could not be read"],
  ["never", "None recorded"],
] as const)("Where sign-ins are %s, the last attempt is “%s”", (kind, words) => {
  const guest = someGuest({ lastSeen: { kind }, lastAttemptAt: null });
  expect(shown(lastAttemptFact(guest))).toHaveTextContent(words);
});

test("A guest who signed in before attempts were kept has no attempt recorded", () => {
  const guest = someGuest({ lastSeen: { kind: "at", at: 0 }, lastAttemptAt: null });
  expect(shown(lastAttemptFact(guest))).toHaveTextContent("None recorded");
});

test("A state of the invitation that this version does not know is unknown, not absent", () => {
  expect(shown(invitationFact({ kind: "unknown" }))).toHaveTextContent("Unknown");
  expect(shown(invitationFact({ kind: "not-invited" }))).toHaveTextContent("None recorded");
});
