import type { Json } from "@/lib/domain/json";
import type { GraphRequest } from "@/lib/domain/operation";
import { markerOf } from "@/lib/domain/reviews/marker";
import { denyAndApply } from "@/simulator/demo/review-bodies";
import type { Group, User } from "@/simulator/state/entities";
import { newGroup } from "@/simulator/state/new-group";
import { newUser } from "@/simulator/state/new-user";
import { REVIEW_WRITE_SCOPES } from "../reviews/scopes";
import { sendRequest } from "../send-request";
import { type SimulatedGraph, simulatedGraph } from "./simulated-graph";

const DAY_MS = 86_400_000;
const QUERY = { "@odata.type": "#microsoft.graph.accessReviewQueryScope" };
const by = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** Guests of one group. */
export const guestsOf = (groupId: string) => ({
  ...QUERY,
  ...by(`/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`),
});

/** Guests of every Microsoft 365 group, an instance for each. */
export const eachGroup = {
  instanceEnumerationScope: {
    ...QUERY,
    ...by("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))"),
  },
  scope: { ...QUERY, ...by("./members/microsoft.graph.user/?$filter=(userType eq 'Guest')") },
};

/** Each quarter, for a fortnight: whom nobody answers for is denied, and the decisions are applied. */
export const QUARTERLY = denyAndApply(14, { months: 3, from: "2026-11-20" });

/** A simulated organization in which groups are filled and reviews are made. */
export class SimulatedReviews {
  readonly simulated: SimulatedGraph;
  readonly graph: SimulatedGraph["graph"];
  readonly tenant: SimulatedGraph["tenant"];
  /** The person at the keyboard. */
  readonly me: string;
  #minted = 0;

  constructor(guests = 0) {
    this.simulated = simulatedGraph({ guests });
    ({ graph: this.graph, tenant: this.tenant } = this.simulated);
    this.me = this.tenant.personas.find(({ name }) => name === "Grace Okafor")?.userId ?? "";
  }

  /** Requests that went out while something was done. */
  async sentBy(work: () => Promise<unknown>): Promise<readonly string[]> {
    const before = this.simulated.sent.length;
    await work();
    return this.simulated.sent.slice(before);
  }

  guest(displayName = "A guest", daysAgo: number | null = null): User {
    const at = new Date(this.tenant.clock.now() - (daysAgo ?? 0) * DAY_MS).toISOString();
    const signIns = daysAgo === null ? null : { lastAttemptAt: at, lastSuccessAt: at };
    const user = newUser({ displayName, userType: "Guest", signIns });
    this.tenant.directory.users.set(user.id, user);
    return user;
  }

  group(overrides: Partial<Group> & { readonly guests?: number } = {}): Group {
    const { guests = 0, ...rest } = overrides;
    const members = Array.from({ length: guests }, () => this.guest().id);
    const group = newGroup({
      groupTypes: ["Unified"],
      ...rest,
      memberIds: new Set([...members, ...(rest.memberIds ?? [])]),
    });
    this.tenant.directory.groups.set(group.id, group);
    return group;
  }

  /** The request that makes a review, with the marker in its description. */
  creation(overrides: Record<string, Json>): {
    readonly id: string;
    readonly request: GraphRequest;
  } {
    this.#minted += 1;
    const id = `00000000-0000-4000-8000-${String(this.#minted).padStart(12, "0")}`;
    const body = {
      displayName: "Partners each quarter",
      descriptionForAdmins: `By the governance team ${markerOf(id)}`,
      descriptionForReviewers: "Who still works with us?",
      reviewers: [by(`/users/${this.me}`)],
      settings: QUARTERLY,
      ...overrides,
    };
    const path = "/identityGovernance/accessReviews/definitions";
    return { id, request: { method: "POST", path, body } };
  }

  /** Makes a review and answers with its id. */
  async review(overrides: Record<string, Json>): Promise<string> {
    const { id, request } = this.creation(overrides);
    const how = { tracking: id, scopes: REVIEW_WRITE_SCOPES, creates: true };
    const { createdId } = await sendRequest(this.graph, request, how);
    if (createdId === null) throw new Error("The review was not made.");
    return createdId;
  }

  pass(days: number): void {
    this.tenant.clock.advance(days * DAY_MS);
  }
}
