import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Progress } from "@/lib/inventory/inventory";
import { SignInsBanner } from "./sign-ins-banner";

const read: Progress = {
  phase: "complete",
  read: 4,
  expected: 4,
  perSecond: 0,
  waitingUntil: null,
  signIns: "read",
  signInsUnreadableBecause: null,
  complete: true,
  failure: null,
  startedAt: 0,
  finishedAt: 0,
};

function show(progress: Partial<Progress>): void {
  render(
    <FluentProvider theme={webLightTheme}>
      <SignInsBanner progress={{ ...read, ...progress }} />
    </FluentProvider>,
  );
}

test.each([
  ["licence-missing", /only to tenants with Microsoft Entra ID P1 or P2/, /directory roles/],
  ["forbidden", /directory roles don.t let you read.*Reports Reader is enough/, /P1/],
  ["failed", /didn.t return sign-in activity. Read again later/, /P1|directory roles/],
] as const)(
  "Sign-ins unreadable because of “%s” are explained by that cause alone",
  (because, says, saysNot) => {
    show({ signIns: "unreadable", signInsUnreadableBecause: because });
    const notice = screen.getByRole("status");
    expect(notice.textContent).toContain("Sign-ins are unreadable");
    expect(notice.textContent).toMatch(says);
    expect(notice.textContent).not.toMatch(saysNot);
    // A reading that failed halfway keeps whom it found stale.
    const nobodyIsStale = "shown as Unknown, and nobody as stale";
    if (because === "failed") expect(notice.textContent).not.toContain(nobodyIsStale);
    else expect(notice.textContent).toContain(nobodyIsStale);
    expect(notice.textContent).toContain("shown as Unknown");
  },
);

test.each(["unread", "reading", "read"] as const)(
  "Nothing is said while sign-ins are %s",
  (signIns) => {
    show({ signIns });
    expect(screen.queryByText(/Sign-ins are unreadable/)).toBeNull();
  },
);
