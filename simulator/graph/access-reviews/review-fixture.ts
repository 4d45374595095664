import type { Group, User } from "../../state/entities.ts";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const DAY_MS = 86_400_000;
export const definitionsPath = "/identityGovernance/accessReviews/definitions";

export interface Shown {
  id: string;
  status: string;
  [name: string]: unknown;
}

export interface ShownDecision extends Shown {
  decision: string;
  recommendation: string;
  applyResult: string;
  justification: string;
  principal: { id: string; displayName: string };
  resource: { id: string; displayName: string };
  reviewedBy: { id: string; displayName: string };
}

export const guestsOf = (groupId: string) => ({
  "@odata.type": "#microsoft.graph.accessReviewQueryScope",
  queryType: "MicrosoftGraph",
  query: `/groups/${groupId}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
});

/** Every Microsoft 365 group with guests, one instance each. */
export const eachGroup = {
  instanceEnumerationScope: {
    "@odata.type": "#microsoft.graph.accessReviewQueryScope",
    query: "/groups?$filter=(groupTypes/any(c:c eq 'Unified'))",
    queryType: "MicrosoftGraph",
  },
  scope: {
    "@odata.type": "#microsoft.graph.accessReviewQueryScope",
    query: "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')",
    queryType: "MicrosoftGraph",
  },
};

export const reviewer = (query: string) => ({ query, queryType: "MicrosoftGraph" });

/** Quarterly, 14 days, Deny where nobody answers, applied by itself. */
export const quarterly = {
  mailNotificationsEnabled: true,
  reminderNotificationsEnabled: true,
  justificationRequiredOnApproval: true,
  defaultDecisionEnabled: true,
  defaultDecision: "Deny",
  autoApplyDecisionsEnabled: true,
  recommendationsEnabled: true,
  instanceDurationInDays: 14,
  recurrence: {
    pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
    range: { type: "noEnd", startDate: "2026-11-20" },
  },
};

/** An organization with one group of three guests, somebody who governs and somebody who reviews. */
export class ReviewFixture extends TestTenant {
  readonly governor = this.member("Ivy Governance", "identityGovernanceAdministrator");
  readonly owner = this.member("Olga Owner");
  readonly active = this.seen("Ada Active", 2);
  readonly quiet = this.seen("Quinn Quiet", 90);
  readonly never = this.guest({ displayName: "Nell Never", signIns: null });
  readonly group = this.addGroup({
    displayName: "Partners",
    groupTypes: ["Unified"],
    memberIds: new Set([this.active.id, this.quiet.id, this.never.id, this.owner.id]),
    ownerIds: new Set([this.owner.id]),
  });

  seen(displayName: string, daysAgo: number): User {
    const at = new Date(this.tenant.clock.now() - daysAgo * DAY_MS).toISOString();
    return this.guest({ displayName, signIns: { lastAttemptAt: at, lastSuccessAt: at } });
  }

  addGroup(overrides: Partial<Group>): Group {
    const group = newGroup(overrides);
    this.tenant.directory.groups.set(group.id, group);
    return group;
  }

  /** The body of a review of the group's guests by its owners. */
  body(overrides: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      displayName: "Partners each quarter",
      descriptionForAdmins: "",
      descriptionForReviewers: "Who still works with us?",
      scope: guestsOf(this.group.id),
      reviewers: [reviewer(`/groups/${this.group.id}/owners`)],
      settings: quarterly,
      ...overrides,
    };
  }

  /** Makes a review and gives back the path of it. */
  async review(overrides: Record<string, unknown> = {}): Promise<string> {
    const response = await this.post(definitionsPath, this.body(overrides), { as: this.governor });
    const made = (await response.json()) as Shown;
    if (response.status !== 201) throw new Error(JSON.stringify(made));
    return `${definitionsPath}/${made.id}`;
  }

  /** The rows of a collection as somebody reads them. */
  async rows<Row = Shown>(path: string, as: User = this.admin): Promise<Row[]> {
    const response = await this.get(path, { as });
    const { value } = (await response.json()) as { value?: Row[] };
    if (!value) throw new Error(`${path} answered ${response.status}`);
    return value;
  }

  /** The path of a series' latest instance. */
  async instance(definition: string): Promise<string> {
    const last = (await this.rows(`${definition}/instances`)).at(-1);
    return `${definition}/instances/${last?.id ?? "none"}`;
  }

  async decisions(instance: string, as?: User): Promise<ShownDecision[]> {
    return this.rows<ShownDecision>(`${instance}/decisions`, as);
  }

  /** Decides about one person. */
  async decide(
    instance: string,
    about: User,
    decision: string,
    as: User,
    justification = "Still on the project.",
  ): Promise<Response> {
    const item = (await this.decisions(instance)).find(
      ({ principal }) => principal.id === about.id,
    );
    const body = { decision, justification };
    return this.send("PATCH", `${instance}/decisions/${item?.id ?? "none"}`, { as, body });
  }

  pass(days: number): void {
    this.tenant.clock.advance(days * DAY_MS);
  }

  async statusOf(path: string): Promise<string> {
    return ((await (await this.get(path)).json()) as Shown).status;
  }
}
