import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePlan } from "@/lib/domain/make-plan";
import type { Guest } from "@/lib/domain/guest";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { Candidate, Plan } from "@/lib/domain/plan";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { StandingKind } from "@/lib/domain/standing";
import { allGroups, group, holding } from "@/lib/domain/reviews/testing/covered";
import { groupsWithGuestsQuery } from "@/lib/queries/groups";
import * as policies from "@/lib/queries/policy";
import { reviewsQuery } from "@/lib/queries/reviews";
import { mintId } from "@/lib/services/mint-id";
import * as reading from "@/lib/services/services";
import * as permission from "./use-may-execute";
import { PlanConfirm } from "./plan-confirm";
import { PlanPreview } from "./plan-preview";

let confirmAbove: number | null = 100;
let hasConsent = true;
beforeEach(() => {
  confirmAbove = 100;
  hasConsent = true;
  vi.spyOn(reading, "useServices").mockReturnValue({
    me: { tenantId: "tenant", homeAccountId: "grace" },
    hasConsent: () => Promise.resolve(hasConsent),
    wasDeclined: () => false,
  } as never);
  vi.spyOn(permission, "useMayExecute").mockReturnValue(() => null);
  vi.spyOn(policies, "usePolicy").mockImplementation(
    () =>
      (confirmAbove === null
        ? { data: undefined, isError: true }
        : { data: { policy: { ...DEFAULT_POLICY, confirmAbove } } }) as never,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

const GUEST: Omit<Guest, "id" | "mail"> = {
  displayName: "Lieselotte Zimmermann",
  userPrincipalName: "lieselotte_partner.example#EXT#@harborline.example",
  userType: "guest",
  enabled: true,
  createdAt: 0,
  creationType: "Invitation",
  redemption: { kind: "redeemed", at: 0 },
  lastSeen: { kind: "never" },
  lastAttemptAt: null,
  partner: "partner.example",
  identityClass: "entra",
  sponsors: [],
};

const candidate = (id: string, standing: StandingKind): Candidate => ({
  guest: { ...GUEST, id, mail: `${id}@partner.example`, enabled: standing !== "blocked" },
  standing: { kind: standing },
  explanation: "As the test wished.",
});

function planOf(
  candidates: readonly Candidate[],
  kind: GuestOperationKind = "block",
  holders: readonly string[] = [],
): Plan {
  return makePlan({
    ...{ kind, candidates, mintId, reason: "r", policy: DEFAULT_POLICY },
    ...{ myId: "me", tenantId: "tenant", fullyRead: true },
    roleHolders: new Map(holders.map((id) => [id, "active"])),
  });
}

function show(plan: Plan | null, kind: GuestOperationKind = "block", client = new QueryClient()) {
  const onConfirm = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <FluentProvider theme={webLightTheme}>
        <PlanConfirm
          title="Block"
          kinds={[kind]}
          plan={(reason) => plan && { ...plan, reason }}
          onCancel={vi.fn()}
          onConfirm={onConfirm}
        >
          {plan && <PlanPreview plan={plan} kind={kind} />}
        </PlanConfirm>
      </FluentProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onConfirm };
}

test("A plan says how many of the selection are active, and how many are skipped for which reason", () => {
  const candidates = [
    candidate("a", "active"),
    candidate("b", "active"),
    candidate("c", "stale"),
    candidate("d", "stale"),
    candidate("e", "blocked"),
  ];
  show(planOf(candidates, "block", ["d"]));
  expect(screen.getByText("2 of 3 guests are active")).toBeInTheDocument();
  expect(
    screen.getByText("2 skipped: 1 with a directory role, 1 already blocked"),
  ).toBeInTheDocument();
});

test("Of whom nobody knows the sign-ins, the plan says that it does not know whether they are active", () => {
  const candidates = [
    candidate("a", "active"),
    candidate("b", "unknown"),
    candidate("c", "unknown"),
    candidate("d", "stale"),
  ];
  show(planOf(candidates));
  expect(screen.getByText("1 of 4 guests is active")).toBeInTheDocument();
  expect(screen.getByText("Not known of 2 guests: whether they are active.")).toBeInTheDocument();
});

test("How many are in a running review is said where this tab has read it, and else that it is not known", async () => {
  const client = new QueryClient();
  const services = reading.useServices();
  const plan = planOf([candidate("a", "stale"), candidate("b", "stale"), candidate("c", "stale")]);
  show(plan, "block", client);
  expect(screen.getByText(/^Not known here: whether a running access review/)).toBeInTheDocument();
  cleanup();
  client.setQueryData(reviewsQuery(services).queryKey, [allGroups]);
  client.setQueryData(groupsWithGuestsQuery(services, { groupIds: "all" }).queryKey, {
    groups: [holding(group("g"), ["a", "b"])],
    unread: [],
  });
  show(plan, "block", client);
  expect(
    await screen.findByText("At least 2 of them are in a running access review."),
  ).toBeInTheDocument();
});

test("Guests of the same name are told apart by their mails", () => {
  show(planOf([candidate("a", "stale"), candidate("b", "stale")]));
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Lieselotte Zimmermann a@partner.example As the test wished.",
    "Lieselotte Zimmermann b@partner.example As the test wished.",
  ]);
});

test("A plan of thousands says how long it takes at the rate of writes", () => {
  const many = Array.from({ length: 2_400 }, (_, place) => candidate(`g${place}`, "stale"));
  show(planOf(many, "remove"), "remove");
  expect(
    screen.getByText(/^This takes at least 2 minutes: at most 20 changes/),
  ).toBeInTheDocument();
});

test("Above the limit of Settings a plan is confirmed by typing its number", async () => {
  confirmAbove = 1;
  const { user, onConfirm } = show(planOf([candidate("a", "stale"), candidate("b", "stale")]));
  await user.type(screen.getByRole("textbox", { name: /^Reason/ }), "The project ended");
  const confirm = await screen.findByRole("button", { name: "Block 2 guests" });
  await vi.waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  await user.click(confirm);
  expect(onConfirm).not.toHaveBeenCalled();
  expect(screen.getByText("This plan changes 2: type that number.")).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: /^Type 2 to confirm/ }), "2");
  await user.click(confirm);
  expect(onConfirm).toHaveBeenCalledOnce();
});

test("While the limit of Settings is not known, a plan of several is confirmed by typing its number", () => {
  confirmAbove = null;
  show(planOf([candidate("a", "stale"), candidate("b", "stale")]));
  expect(screen.getByRole("textbox", { name: /^Type 2 to confirm/ })).toBeInTheDocument();
});

test("Up to the limit, and for what changes nothing, no number is wanted", () => {
  confirmAbove = 1;
  show(planOf([candidate("a", "stale")]));
  show(planOf([candidate("a", "stale"), candidate("b", "stale")], "keep"), "keep");
  expect(screen.queryByRole("textbox", { name: /^Type/ })).toBeNull();
});

test("A plan that holds nobody says so, and asks for no reason", () => {
  show(planOf([candidate("a", "stale")], "restore"), "restore");
  expect(screen.getByText("None of the selected guests can be restored.")).toBeInTheDocument();
  expect(screen.getByText("1 skipped: not deleted")).toBeInTheDocument();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Cancel"]);
});

test("A plan that holds nobody asks for no permission, since there is nothing to send", async () => {
  hasConsent = false;
  show(planOf([candidate("a", "blocked")]));
  show(planOf([candidate("b", "stale")]));
  // By then it is known of both.
  await screen.findByText("Your consent is needed first");
  expect(screen.getAllByText("Your consent is needed first")).toHaveLength(1);
});

test("Until the plan is made, its button says no number", () => {
  show(null, "remove");
  expect(screen.getByRole("button", { name: "Remove" })).toHaveAttribute("aria-disabled", "true");
});
