import { render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import * as problems from "@/lib/queries/reading-problem";
import * as services from "@/lib/services/services";
import { GraphFailureCard } from "./graph-failure-card";

beforeEach(() => {
  vi.spyOn(services, "useServices").mockReturnValue({ ask: vi.fn() } as never);
});

function show(kind: problems.ReadingProblem["kind"], what: string, scopes: readonly string[]) {
  vi.spyOn(problems, "readingProblem").mockReturnValue({ kind, message: "", requestId: null });
  render(
    <GraphFailureCard
      error={new Error("refused")}
      what={what}
      notDone="Nothing was changed."
      scopes={scopes}
      onRetry={vi.fn()}
    />,
  );
  return screen.getByRole("alert").textContent;
}

test.each(["forbidden", "licence-missing"] as const)(
  "What is no access review does not ask for their roles or their licence: %s",
  (kind) => {
    const text = show(kind, "the deleted guests", ["User.Read.All"]);
    expect(text).toContain("the deleted guests");
    expect(text).not.toMatch(/access review/i);
  },
);

test.each(["forbidden", "licence-missing"] as const)(
  "An access review names the roles or the licence that it needs: %s",
  (kind) => {
    const text = show(kind, "the reviews", ["AccessReview.Read.All"]);
    expect(text).toMatch(/access reviews/);
  },
);
