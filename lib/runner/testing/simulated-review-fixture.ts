import type { Plan } from "@/lib/domain/plan";
import { planCatchAllGroup, planMembers } from "@/lib/domain/reviews/catch-all";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import { readInstances } from "@/lib/graph/reviews/read-instances";
import { readItems } from "@/lib/graph/reviews/read-items";
import { readReview } from "@/lib/graph/reviews/read-review";
import { runPlan } from "../run-plan";
import { nth } from "./nth";
import { resolveLater } from "./resolve-later";
import { SimulatedFixture } from "./simulated-fixture";

/** A simulated tenant in which reviews are made and run. */
export class SimulatedReviewFixture extends SimulatedFixture {
  readonly planning = { reason: "because the test says so", mintId: () => this.runner.mintId() };

  run(plan: Plan) {
    return runPlan(plan, this.services);
  }

  async results(plan: Plan) {
    const { results } = await this.run(plan);
    return results.map(({ outcome }) => outcome?.result);
  }

  /** The same once what is unknown was resolved a quarter of an hour later. */
  async resultsLater(plan: Plan) {
    const { results } = await this.run(plan);
    const later = await resolveLater(this.runner, this.services);
    return results.map(({ operationId, outcome }) => (later.get(operationId) ?? outcome)?.result);
  }

  /** A new security group with these guests in it; its id. */
  async group(guests: readonly { readonly id: string }[]): Promise<string> {
    const { results } = await this.run(planCatchAllGroup(this.planning));
    const id = nth(results, 0).subject?.id ?? "";
    await this.run(this.adding(id, guests));
    return id;
  }

  adding(groupId: string, guests: readonly { readonly id: string }[]): Plan {
    const people = guests.map(({ id }) => ({ id, displayName: "", mail: null, userType: "guest" }));
    const graphRoot = "https://graph.microsoft.com/v1.0";
    return planMembers(groupId, people as never, { ...this.planning, graphRoot });
  }

  /** The template for a quarter, for these groups, decided by the signed-in person. */
  draft(
    groupIds: readonly string[],
    overrides: Partial<ReviewDraft["consequence"]> = {},
  ): ReviewDraft {
    const template = nth(REVIEW_TEMPLATES, 0).draft("2026-11-20");
    const reviewers = { kind: "people", userIds: [this.services.me.userId] } as const;
    return {
      ...template,
      scope: { kind: "groups", groupIds, inactiveDays: null },
      stages: [{ reviewers, fallbackIds: [], durationDays: 14 }],
      consequence: { ...template.consequence, ...overrides },
    };
  }

  /** A review that runs, with its instance and items. */
  async running(guests: number, overrides: Partial<ReviewDraft["consequence"]> = {}) {
    const groupId = await this.group(this.guests().slice(0, guests));
    const { results } = await this.run(planCreate(this.draft([groupId], overrides), this.planning));
    const { graph } = this.services;
    const review = await readReview(graph, nth(results, 0).subject?.id ?? "");
    const instance = nth(await readInstances(graph, review.id), 0);
    const ref = { reviewId: review.id, instanceId: instance.id };
    const items = async () => (await readItems(graph, ref)).items;
    return { groupId, review, instance, items };
  }
}
