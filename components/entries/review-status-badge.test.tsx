import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { rulesOf } from "@/components/testing/rules-of";
import type { ResultCounts } from "@/lib/domain/reviews/access-results";
import { StatusBadge } from "./review-status-badge";

const NONE_LEFT: ResultCounts = { denied: 6, gone: 6, left: 0, unread: 0 };

test.each<[string, ResultCounts | undefined, RegExp, string]>([
  [
    "amber while denied guests have access",
    { ...NONE_LEFT, gone: 2, left: 4 },
    /PaletteYellow/,
    " 4 denied guests still have access.",
  ],
  ["green once somebody looked and none has", NONE_LEFT, /PaletteGreen/, ""],
  ["neither while somebody's access could not be read", { ...NONE_LEFT, unread: 1 }, /Neutral/, ""],
  ["neither where nobody looked: Entra alone calls it applied", undefined, /Neutral/, ""],
])("“Applied” is %s", (_title, counts, color, adds) => {
  render(
    <FluentProvider theme={webLightTheme}>
      <StatusBadge status="Applied" {...(counts && { counts })} />
    </FluentProvider>,
  );
  const badge = screen.getByText(/^Applied/);
  expect(badge).toHaveTextContent((counts?.left ?? 0) > 0 ? /^Applied, 4 not$/ : /^Applied$/);
  const [, background] = /background-color: var\(--color(?!Brand)(\w+)/.exec(rulesOf(badge)) ?? [];
  expect(background).toMatch(color);
  expect(badge).toHaveAccessibleDescription(
    `The decisions were applied, as far as Microsoft Entra can.${adds}`,
  );
});

test("What Entra says it could not apply is said, where nobody looked at the access", () => {
  render(
    <FluentProvider theme={webLightTheme}>
      <StatusBadge status="Applied" notApplied={4} />
      <StatusBadge status="InProgress" notApplied={4} />
    </FluentProvider>,
  );
  expect(screen.getByText("Applied, 4 not")).toHaveAccessibleDescription(
    /It could not apply 4 denials: open the review to see whose\.$/,
  );
  expect(screen.getByText("In progress")).toBeInTheDocument();
});
