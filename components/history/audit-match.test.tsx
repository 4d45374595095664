import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import * as match from "@/lib/commands/use-match-audit";
import type { Outcome } from "@/lib/domain/outcome";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import * as services from "@/lib/services/services";
import { AuditMatch } from "./audit-match";

afterEach(() => {
  vi.restoreAllMocks();
});

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
  const { operation, outcome } = rowWith(blocked, {
    steps: blocked.operation.steps.slice(0, 1),
  });
  const row = {
    ...blocked,
    operation,
    outcome: { ...(outcome ?? blocked.outcome), result, evidence },
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <AuditMatch row={{ ...row, steps: [] } as never} />
    </FluentProvider>,
  );
  expect(screen.queryAllByRole("button")).toHaveLength(is ? 1 : 0);
});
