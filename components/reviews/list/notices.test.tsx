import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CorrectLateReviews } from "./correct-late-reviews";
import * as permission from "@/components/plan/use-may-execute";
import * as toast from "@/components/ui/toast";
import type { RecordingOfMany } from "@/lib/commands/record-results-of-many";
import * as resolve from "@/lib/commands/use-resolve";
import type { OperationKind } from "@/lib/domain/operation";
import type { CreatedReview } from "@/lib/domain/reviews/duplicate-reviews";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import * as services from "@/lib/services/services";
import * as creations from "@/lib/queries/created-reviews";
import * as progress from "@/lib/queries/reviews-progress";
import type { OperationRow } from "@/lib/contract/history";
import { DuplicatesNotice } from "./duplicates-notice";
import type { ReviewRow } from "@/lib/queries/use-review-rows";
import type { EndedInstance } from "@/lib/domain/reviews/unrecorded-instances";
import { UnrecordedNotice } from "./unrecorded-notice";
import * as recordAll from "@/lib/commands/use-record-all";
import * as unrecorded from "@/lib/queries/unrecorded-instances";

/** What the hooks below the notices give back. */
const state = {
  appRoles: [] as string[],
  whyNot: null as string | null,
  named: new Map<string, CreatedReview>(),
  progress: new Map<string, { decided: number; total: number }>(),
  open: [] as readonly EndedInstance[],
  far: null as RecordingOfMany<EndedInstance> | null,
};
const ask = vi.fn();
const recording = { run: vi.fn(), stop: vi.fn(), forget: vi.fn() };
const correct = vi.fn<(rows: unknown, then: { onSuccess: (results: unknown) => void }) => void>();

beforeEach(() => {
  Object.assign(state, { appRoles: ["Governance.Operator"], whyNot: null, open: [], far: null });
  state.named = new Map();
  state.progress = new Map();
  const me = () => ({ me: { userId: "grace", appRoles: state.appRoles }, ask });
  vi.spyOn(services, "useServices").mockImplementation(me as never);
  // Whatever else was asked about would be allowed.
  const mayExecute = (kind: OperationKind) => (kind === "delete-review" ? state.whyNot : null);
  vi.spyOn(permission, "useMayExecute").mockImplementation(() => mayExecute);
  vi.spyOn(creations, "useCreatedReviewIds").mockImplementation(() => state.named);
  const counted = () => ({ data: state.progress, isLoading: false });
  vi.spyOn(progress, "useProgressOfMany").mockImplementation(counted as never);
  const missing = () => ({ open: state.open, error: null, retry: vi.fn() });
  vi.spyOn(unrecorded, "useUnrecorded").mockImplementation(missing);
  vi.spyOn(recordAll, "useRecordAll").mockImplementation(() => ({ far: state.far, ...recording }));
  const resolving = { isError: false, isPending: false, mutate: correct };
  vi.spyOn(resolve, "useResolve").mockReturnValue(resolving as never);
  vi.spyOn(toast, "sayToast").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const show = (notice: ReactNode) =>
  render(<FluentProvider theme={webLightTheme}>{notice}</FluentProvider>);
const button = (name: string) => screen.getByRole("button", { name });
const buttons = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

describe("A review that one request made twice", () => {
  const review = (id: string, createdAt: number) =>
    ({ id, name: "Quarterly", operationId: "operation", createdAt }) as Review;
  const row = (of: Review) => {
    const instances = [{ id: `of ${of.id}`, status: "InProgress" }] as ReviewInstance[];
    return { review: of, instances } as unknown as ReviewRow;
  };
  const rows = [row(review("first", 1)), row(review("second", 2))];
  const lines = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

  test("names the one that the history knows, and offers to delete the other", () => {
    state.named.set("operation", { kind: "named", id: "second" });
    state.progress = new Map([
      ["of first", { decided: 0, total: 1 }],
      ["of second", { decided: 0, total: 1 }],
    ]);
    show(<DuplicatesNotice rows={rows} />);
    expect(screen.getByRole("status")).toHaveTextContent(
      "The second is the one that the history names",
    );
    expect(lines()).toEqual([
      expect.stringMatching(/^The first, created .*: started, no answers yet$/),
      expect.stringMatching(
        /^The second, created .*: started, no answers yet; the history names it$/,
      ),
    ]);
    expect(buttons()).toEqual(["Delete the first"]);
  });

  test("lets a person choose where the one that is too many may hold answers", () => {
    state.named.set("operation", { kind: "named", id: "second" });
    state.progress = new Map([
      ["of first", { decided: 1, total: 1 }],
      ["of second", { decided: 0, total: 1 }],
    ]);
    show(<DuplicatesNotice rows={rows} />);
    expect(screen.getByRole("status")).toHaveTextContent("The first may hold answers");
    expect(lines()).toEqual([
      expect.stringContaining("1 of 1 answered"),
      expect.stringContaining("no answers yet"),
    ]);
    expect(buttons()).toEqual(["Delete the first", "Delete the second"]);
    fireEvent.click(button("Delete the second"));
    expect(window.location.pathname + window.location.search).toBe(
      "/reviews/second?do=delete-review",
    );
  });

  test("tells who may not delete why", () => {
    state.named.set("operation", { kind: "named", id: "second" });
    state.whyNot = "You have read-only access. To act, you need the app role Governance.Operator.";
    show(<DuplicatesNotice rows={rows} />);
    expect(button("Delete the first")).toHaveAttribute("aria-disabled", "true");
    expect(button("Delete the first")).toHaveAccessibleDescription(
      /^You have read-only access\. To act, you need the app role Governance\.Operator/,
    );
  });
});

describe("A review that shows only after it was called failed", () => {
  const row = {
    id: "operation",
    kind: "planned",
    operation: { id: "operation", kind: "create-review" },
    actor: { id: "grace" },
    outcome: { result: "failed" },
  } as unknown as OperationRow;
  const late = [{ row, review: { id: "r", name: "Quarterly" } }];

  test("is said with what the history has, which can be corrected by reading", () => {
    show(<CorrectLateReviews late={late} />);
    expect(screen.getByRole("status")).toHaveTextContent("the history does not say");
    expect(screen.getByRole("listitem")).toHaveTextContent("Quarterly: “Failed” in the history");
    fireEvent.click(button("Correct the history"));
    expect(correct.mock.lastCall?.[0]).toEqual([row]);
    correct.mock.lastCall?.[1].onSuccess([{ outcome: { result: "done" }, because: null }]);
    expect(toast.sayToast).toHaveBeenLastCalledWith({
      intent: "success",
      title: "The history was corrected",
    });
  });

  test("is not corrected by those who may only look", () => {
    state.appRoles = ["Governance.Reader"];
    show(<CorrectLateReviews late={late} />);
    expect(button("Correct the history")).toHaveAttribute("aria-disabled", "true");
  });
});

describe("Results that are not in the history yet", () => {
  const ended = (id: string): EndedInstance => ({
    id,
    review: { id: `review ${id}`, name: `${id} review` } as Review,
    instance: { id, endsAt: Date.UTC(2026, 10, 20) } as ReviewInstance,
  });
  const all = ["Harbour", "Lighthouse", "Mole"].map(ended);
  const [harbour, lighthouse] = all as [EndedInstance, EndedInstance];
  const far = (fields: Partial<RecordingOfMany<EndedInstance>>) => ({
    ...{ of: 3, recorded: 0, results: 0, notRecorded: [], at: null, ended: null },
    ...fields,
  });
  const notice = () => screen.getByRole("status");
  const left = () =>
    within(screen.getByRole("list", { name: "Not saved" })).getAllByRole("listitem");

  beforeEach(() => {
    state.open = all;
  });

  test("are named with their reviews, and recorded by who may", () => {
    show(<UnrecordedNotice rows={[]} />);
    expect(notice()).toHaveTextContent("The results of 3 reviews are not in the history yet");
    expect(notice()).toHaveTextContent("Lighthouse review");
    fireEvent.click(button("Save results of 3 instances"));
    expect(recording.run).toHaveBeenCalledWith(all);
  });

  test("are shown to who may not record them, with the reason", () => {
    state.appRoles = ["Governance.Reader"];
    show(<UnrecordedNotice rows={[]} />);
    const save = button("Save results of 3 instances");
    expect(save).toHaveAttribute("aria-disabled", "true");
    expect(save).toHaveAccessibleDescription(/Governance\.Operator/);
  });

  test("can be stopped while they are recorded, and gone on with", () => {
    state.far = far({ recorded: 1, at: lighthouse });
    const { rerender } = show(<UnrecordedNotice rows={[]} />);
    expect(screen.getByText("Saving results: 1 of 3 instances")).toBeInTheDocument();
    fireEvent.click(button("Stop"));
    expect(recording.stop).toHaveBeenCalled();
    state.far = far({ recorded: 1, results: 1, ended: "asked" });
    state.open = all.slice(1);
    rerender(
      <FluentProvider theme={webLightTheme}>
        <UnrecordedNotice rows={[]} />
      </FluentProvider>,
    );
    expect(notice()).toHaveTextContent("Stopped: 1 of 3 instances saved");
    fireEvent.click(button("Continue"));
    expect(recording.run).toHaveBeenCalledWith(all.slice(1));
  });

  test("stop at a permission that is missing, which can be given", () => {
    const because = { from: "graph", kind: "needs-consent" } as const;
    state.far = far({ notRecorded: [{ instance: harbour, because }], ended: "no-use" });
    show(<UnrecordedNotice rows={[]} />);
    expect(notice()).toHaveTextContent("0 of 3 instances saved");
    expect(notice()).toHaveTextContent("2 not tried");
    expect(left()[0]).toHaveTextContent("Your permission is needed first");
    fireEvent.click(button("Give permission"));
    expect(ask).toHaveBeenCalledWith(expect.arrayContaining(["GroupMember.Read.All"]));
  });

  test("that failed are named with the reason, and tried again", () => {
    const because = { from: "graph", kind: "forbidden" } as const;
    state.far = far({
      ...{ recorded: 2, results: 4, ended: "all-tried" },
      notRecorded: [{ instance: lighthouse, because }],
    });
    state.open = [lighthouse];
    show(<UnrecordedNotice rows={[]} />);
    expect(notice()).toHaveTextContent("2 of 3 instances saved");
    expect(notice()).toHaveTextContent("4 results were written");
    expect(left().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Lighthouse review.*Your directory roles do not let you/),
    ]);
    fireEvent.click(button("Try again"));
    expect(recording.run).toHaveBeenCalledWith([lighthouse]);
  });

  test("are done with once all are recorded", () => {
    state.far = far({ recorded: 3, results: 6, ended: "all-tried" });
    state.open = [];
    show(<UnrecordedNotice rows={[]} />);
    expect(notice()).toHaveTextContent("The results of all 3 instances are saved");
    fireEvent.click(button("Close"));
    expect(recording.forget).toHaveBeenCalled();
  });
});
