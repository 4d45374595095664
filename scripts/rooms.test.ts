import { createRequire } from "node:module";
import { expect, test } from "vitest";

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string; readonly pathNot?: string | readonly string[] };
  readonly to: { readonly path?: string; readonly pathNot?: readonly string[] };
}

const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly Rule[];
};

const isMatch = (patterns: string | readonly string[] | undefined, path: string) =>
  [patterns ?? []].flat().some((pattern) => new RegExp(pattern).test(path));

/** The rules about rooms that refuse an import of one file by another. */
function refusedBy(from: string, to: string): readonly string[] {
  return forbidden
    .filter(({ name }) => name.startsWith("rooms-of-"))
    .filter(
      (rule) =>
        isMatch(rule.from.path, from) &&
        !isMatch(rule.from.pathNot, from) &&
        !isMatch(rule.to.pathNot, to),
    )
    .map(({ name }) => name);
}

test.each([
  ["components/history/history-page.tsx", "components/guests/guests-page.tsx"],
  ["components/reviews/list/reviews-page.tsx", "components/history/history-page.tsx"],
  ["components/guests/guests-page.tsx", "components/shell/header.tsx"],
  ["components/shell/header.tsx", "components/overview/overview-page.tsx"],
  // The kit is used, it uses nobody above it.
  ["components/plan/plan-dialog.tsx", "components/reviews/list/reviews-page.tsx"],
  ["components/directory/api-failure.tsx", "components/plan/plan-dialog.tsx"],
  ["components/directory/api-failure.tsx", "components/list/sort-rows.ts"],
  ["components/list/sort-rows.ts", "components/plan/plan-dialog.tsx"],
  ["components/wizard/wizard-frame.tsx", "components/reviews/wizard/scope-step.tsx"],
  ["components/wizard/wizard-frame.tsx", "components/inbox/decision-queue.ts"],
  ["components/form/text-field.tsx", "lib/domain/guest.ts"],
  ["components/ui/notice.tsx", "lib/domain/guest.ts"],
  ["components/history/history-page.tsx", "lib/ledger/history.ts"],
  ["lib/domain/guest.ts", "lib/graph/client.ts"],
])("%s may not import %s", (from, to) => {
  expect(refusedBy(from, to)).not.toEqual([]);
});

test.each([
  ["components/reviews/list/reviews-page.tsx", "components/list/sort-rows.ts"],
  ["components/history/history-page.tsx", "components/entries/entry-labels.ts"],
  ["components/entries/entry-labels.ts", "components/plan/plan-labels.ts"],
  ["components/reviews/list/reviews-page.tsx", "lib/domain/reviews/scope-labels.ts"],
])("%s may import %s", (from, to) => {
  expect(refusedBy(from, to)).toEqual([]);
});
