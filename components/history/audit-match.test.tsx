import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import * as match from "@/lib/commands/use-match-audit";
import { ApiError } from "@/lib/contract/api-error";
import type { Outcome } from "@/lib/domain/outcome";
import { GraphError } from "@/lib/graph/graph-error";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import * as services from "@/lib/services/services";
import { AuditMatch } from "./audit-match";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the panel of an operation shows that was one request. */
function show(of: Pick<Outcome, "result" | "evidence">) {
  const { operation, outcome } = rowWith(blocked, {
    steps: blocked.operation.steps.slice(0, 1),
  });
  const row = { ...blocked, operation, outcome: { ...(outcome ?? blocked.outcome), ...of } };
  render(
    <FluentProvider theme={webLightTheme}>
      <AuditMatch row={{ ...row, steps: [] } as never} />
    </FluentProvider>,
  );
}

test.each<[string, Outcome["result"], Outcome["evidence"], string, boolean]>([
  ["what was done, for who operates", "done", "observed", "Governance.Operator", true],
  ["what is not known, for who operates", "unknown", "reported", "Governance.Operator", true],
  ["what the log has proven already", "done", "audited", "Governance.Operator", false],
  ["what was refused", "refused", "reported", "Governance.Operator", false],
  ["what failed, as far as we know", "failed", "observed", "Governance.Operator", true],
  ["what was so already", "already-so", "observed", "Governance.Operator", false],
  ["what was done, for who may not record it", "done", "observed", "Governance.Reader", false],
])("Entra's audit log is offered where it can tell more: %s", (_, result, evidence, role, is) => {
  const me = { userId: "somebody", appRoles: [role] };
  vi.spyOn(services, "useServices").mockReturnValue({ me } as never);
  vi.spyOn(match, "useMatchAudit").mockReturnValue({ data: undefined, isError: false } as never);
  show({ result, evidence });
  expect(screen.queryAllByRole("button")).toHaveLength(is ? 1 : 0);
});

const noAnswer = { status: 429, requestId: null, retryAfter: null };

test.each([
  ["a throttled log", new GraphError("throttled", "Later", noAnswer as never), /didn't answer/],
  ["a missing role", new GraphError("forbidden", "No", noAnswer as never), /directory roles/],
  ["a history that is away", new ApiError("unavailable", "Away"), /The history didn't answer/],
  ["a plan under way", new ApiError("conflict", "Lease"), /being carried out right now/],
])("After %s it says why nothing was recorded", (_, error, words) => {
  const me = { userId: "somebody", appRoles: ["Governance.Operator"] };
  vi.spyOn(services, "useServices").mockReturnValue({ me } as never);
  vi.spyOn(match, "useMatchAudit").mockReturnValue({ isError: true, error } as never);
  show({ result: "done", evidence: "observed" });
  expect(screen.getByText(words)).toHaveTextContent("Nothing was recorded");
});
