import type { Json } from "@/lib/domain/json";
import type { GraphRequest, OperationKind, Subject } from "@/lib/domain/operation";
import { oneRequest, type Plan, type PlannedOperation } from "@/lib/domain/plan";
import { markerOf } from "@/lib/domain/reviews/marker";
import type { RunnerServices } from "../runner-services";
import { runPlan } from "../run-plan";
import type { Unresolved } from "../resolve-operation";
import type { RunOptions, RunResult } from "../run";
import { REVIEWS } from "./apply-write";
import { nth } from "./nth";
import { unresolvedIn } from "./resolve-later";
import type { FakeGroup, FakeInstance, FakeReview } from "./fake-review-state";
import { ME, type Place, RunnerFixture } from "./runner-fixture";
import { FakeTenant } from "./fake-tenant";

/** What an operation is meant for; the rest follows from its kind. */
export interface OperationRequest {
  readonly kind: OperationKind;
  readonly path: string;
  readonly method?: GraphRequest["method"];
  readonly body?: (id: string) => Json;
  readonly subject?: Subject;
  readonly guestId?: string;
}

/** A directory with reviews and groups, a ledger and a clock, with the services to them. */
export class ReviewFixture {
  readonly runner: RunnerFixture;
  readonly clock: RunnerFixture["clock"];
  readonly ledger: RunnerFixture["ledger"];
  readonly tenant: FakeTenant;
  readonly reviews: FakeTenant["reviews"];
  readonly graph: FakeTenant["graph"];
  readonly services: RunnerServices;

  constructor(place: Place = {}) {
    this.runner = new RunnerFixture(place);
    this.clock = this.runner.clock;
    this.ledger = this.runner.ledger;
    this.tenant = new FakeTenant(this.runner.directory, this.clock);
    this.reviews = this.tenant.reviews;
    this.graph = this.tenant.graph;
    this.services = this.openTab().services;
    this.reviews.onEffect = ({ tracking }) => this.runner.journal.push(`effect ${tracking}`);
    // Nobody of this tenant may look into reviews without one of these.
    this.runner.myRoles = new Set(["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"]);
  }

  /** The services of one tab; once it is closed, nothing that it began goes on. */
  openTab(): { readonly services: RunnerServices; readonly close: () => void } {
    let open = true;
    const never = new Promise<never>(() => undefined);
    const whileOpen = <R>(work: () => Promise<R>): Promise<R> => (open ? work() : never);
    const { runner, graph } = this;
    const services: RunnerServices = {
      ...runner.services,
      append: (request) => whileOpen(() => runner.services.append(request)),
      graph: {
        pages: (path, options) => graph.pages(path, options),
        read: (path, options) => whileOpen(() => graph.read(path, options)),
        send: (method, path, options) => whileOpen(() => graph.send(method, path, options)),
        batch: (requests, options) => whileOpen(() => graph.batch(requests, options)),
      },
    };
    const close = () => {
      open = false;
      runner.running.clear();
    };
    return { services, close };
  }

  plan(...requests: readonly OperationRequest[]): Plan {
    const planId = this.runner.mintId();
    const reason = "because the test says so";
    const operations = requests.map((each): PlannedOperation => {
      const id = this.runner.mintId();
      const { kind, path, method = "POST", guestId = null } = each;
      const type = kind.includes("group") || kind.includes("member") ? "group" : "review";
      const subject = each.subject ?? { type, id };
      const request = { method, path, body: each.body?.(id) ?? null };
      const operation = oneRequest({ id, planId, kind, subject, guestId, reason }, request);
      const guest = guestId === null ? null : { id: guestId, displayName: `Guest`, mail: null };
      return { operation, label: kind, guest };
    });
    return { id: planId, reason, operations, skipped: [] };
  }

  create(name = "Partners"): OperationRequest {
    const body = (id: string) => ({ displayName: name, descriptionForAdmins: markerOf(id) });
    return { kind: "create-review", path: REVIEWS, body };
  }

  createGroup(): OperationRequest {
    const body = (id: string) => ({ displayName: "Rest", mailNickname: `guestlist-${id}` });
    return { kind: "create-group", path: "/groups", body };
  }

  /** Something about a whole review. */
  on(review: FakeReview, kind: OperationKind, body: Json = null): OperationRequest {
    const subject = { type: "review", id: review.id } as const;
    const path = `${REVIEWS}/${review.id}`;
    if (kind === "delete-review") return { kind, method: "DELETE", path, subject };
    if (kind === "change-review") return { kind, method: "PUT", path, subject, body: () => body };
    return { kind, path: `${path}/stop`, subject };
  }

  /** Something about a whole instance. */
  within(review: FakeReview, instance: FakeInstance, kind: OperationKind): OperationRequest {
    const words: Partial<Record<OperationKind, string>> = {
      "stop-instance": "stop",
      "apply-instance": "applyDecisions",
      "reset-instance": "resetDecisions",
      "remind-reviewers": "sendReminder",
      "accept-recommendations": "acceptRecommendations",
    };
    const subject = { type: "review", id: review.id } as const;
    const path = `${REVIEWS}/${review.id}/instances/${instance.id}/${words[kind] ?? ""}`;
    return { kind, path, subject };
  }

  answers(
    review: FakeReview,
    instance: FakeInstance,
    decision = "Deny",
  ): readonly OperationRequest[] {
    return [...instance.items.values()].map(({ id, principalId }) => ({
      kind: "answer-item",
      method: "PATCH",
      path: `${REVIEWS}/${review.id}/instances/${instance.id}/decisions/${id}`,
      subject: { type: "review", id: review.id },
      guestId: principalId,
      body: () => ({ decision, justification: "The project is over." }),
    }));
  }

  add(group: FakeGroup, guestId: string): OperationRequest {
    const body = () => ({
      "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${guestId}`,
    });
    const subject = { type: "group", id: group.id } as const;
    return { kind: "add-member", path: `/groups/${group.id}/members/$ref`, subject, guestId, body };
  }

  remove(group: FakeGroup, guestId: string): OperationRequest {
    const path = `/groups/${group.id}/members/${guestId}/$ref`;
    const subject = { type: "group", id: group.id } as const;
    return { kind: "remove-member", method: "DELETE", path, subject, guestId };
  }

  /** Runs a plan to its end. */
  run(plan: Plan, options?: RunOptions): Promise<RunResult> {
    return this.clock.drive(runPlan(plan, this.services, options));
  }

  /** Plans one thing, runs it, and gives back what became of it. */
  async runOne(request: OperationRequest) {
    const plan = this.plan(request);
    const result = await this.run(plan);
    const { outcome, subject } = nth(result.results, 0);
    return { plan, result, outcome, subject, operation: nth(plan.operations, 0).operation };
  }

  /** What the history would call unresolved. */
  unresolved(): readonly Unresolved[] {
    const recordedAt = (id: string) => this.runner.recordedAt.get(id) ?? this.clock.now();
    return unresolvedIn(this.ledger, ME, recordedAt);
  }
}
