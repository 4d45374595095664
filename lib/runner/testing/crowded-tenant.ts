import type { Operation } from "@/lib/domain/operation";
import type { Plan, PlannedOperation } from "@/lib/domain/plan";
import { pick } from "./seeded-random";
import { ReviewFixture, type OperationRequest } from "./review-fixture";
import { auditRecord, type Person } from "./fake-directory";
import type { Place } from "./runner-fixture";
import type { FakeGroup, FakeInstance, FakeReview } from "./fake-review-state";

const GUEST_KINDS = ["block", "unblock", "remove", "restore"] as const;
const REVIEW_KINDS = ["change-review", "delete-review", "stop-review"] as const;
const INSTANCE_KINDS = [
  ...(["stop-instance", "apply-instance", "reset-instance"] as const),
  ...(["accept-recommendations", "remind-reviewers"] as const),
];
const USER_AND_GOVERNANCE_ADMINISTRATOR = [
  "fe930be7-5e62-47db-91af-98c3a49a38b1",
  "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
];

interface Reviewed {
  readonly review: FakeReview;
  readonly instance: FakeInstance;
}

/** A tenant whose guests, reviews and groups several people change at once. */
export class CrowdedTenant extends ReviewFixture {
  readonly people: readonly Person[];
  readonly #reviews: readonly Reviewed[];
  readonly #group: FakeGroup;

  constructor(
    readonly next: () => number,
    place: Place = {},
  ) {
    super(place);
    const { runner, reviews } = this;
    runner.myRoles = new Set(USER_AND_GOVERNANCE_ADMINISTRATOR);
    reviews.lagMilliseconds = next() * 25_000;
    this.people = Array.from({ length: 6 + Math.floor(next() * 14) }, () =>
      runner.directory.add({
        id: runner.mintId(),
        userType: next() < 0.05 ? "Member" : "Guest",
        holdsRole: next() < 0.05,
        enabled: next() < 0.6,
        where: next() < 0.3 ? "deleted" : "live",
      }),
    );
    this.#reviews = Array.from({ length: 2 + Math.floor(next() * 4) }, () => {
      const review = reviews.addReview({ displayName: this.#name("Snapshot") });
      review.modifiedAt -= 3_600_000;
      const instance = reviews.addInstance(review, 1 + Math.floor(next() * 4));
      if (next() < 0.3) instance.status = "Completed";
      return { review, instance };
    });
    const members = this.people.filter(() => next() < 0.5).map(({ id }) => id);
    this.#group = reviews.addGroup({ members: new Set(members) });
  }

  /** Guest, review and group operations of one person, all in one plan. */
  planSomething(): Plan {
    const { next, runner } = this;
    const guests = runner.plan(pick(GUEST_KINDS, next), this.people);
    const others = this.plan(...this.#requests()).operations.map((planned): PlannedOperation => ({
      ...planned,
      operation: { ...planned.operation, planId: guests.id },
    }));
    const reason = this.#name("because the test says so");
    const operations = [...guests.operations, ...others]
      .sort(() => next() - 0.5)
      .map((planned) => ({ ...planned, operation: { ...planned.operation, reason } }));
    return { ...guests, reason, operations };
  }

  /** Who works in the portal. */
  get somebody(): string {
    return this.runner.idOf("aa");
  }

  /** A text that tells whose it is. */
  #name(text: string): string {
    return `${text} (${this.runner.mark})`;
  }

  /** Since the plans were made, some guests became members, were given a directory role, or are protected by the policy. */
  protectSome(): void {
    const { next, runner } = this;
    for (const person of this.people) {
      if (next() < 0.05) person.userType = "Member";
      if (next() < 0.05) person.holdsRole = true;
    }
    const protectedAccounts = this.people
      .filter(() => next() < 0.05)
      .map(({ id }) => ({ id, because: "break-glass" as const }));
    runner.policy = { ...runner.policy, protectedAccounts };
  }

  /** Somebody in the portal changes an account, a review, an item of one, or a group. */
  meddle(): void {
    const { next } = this;
    const { review, instance } = pick(this.#reviews, next);
    switch (Math.floor(next() * 6)) {
      case 0:
        this.#meddleWithGroup(pick(this.people, next).id);
        return;
      case 1:
        this.reviews.reviews.delete(review.id);
        return;
      case 2:
        Object.assign(review, {
          modifiedAt: this.clock.now(),
          body: { displayName: this.#name("Theirs") },
        });
        this.runner.journal.push(`changed ${review.id}`);
        return;
      case 3:
        instance.status = "Completed";
        this.runner.journal.push(`changed ${instance.id}`);
        return;
      case 4:
        this.#decide(instance);
        return;
      default:
        this.#meddleWithAccount(pick(this.people, next));
    }
  }

  #requests(): readonly OperationRequest[] {
    const { next } = this;
    const about = this.#reviews.flatMap(({ review, instance }): readonly OperationRequest[] => {
      const what = next();
      if (what < 0.3)
        return [this.on(review, pick(REVIEW_KINDS, next), { displayName: this.#name("After") })];
      if (what < 0.6) return [this.within(review, instance, pick(INSTANCE_KINDS, next))];
      return this.answers(review, instance, pick(["Approve", "Deny"], next));
    });
    const members = this.people
      .filter(() => next() < 0.4)
      .map(({ id }) => this[pick(["add", "remove"] as const, next)](this.#group, id));
    const made = [() => this.create(this.#name("Partners")), () => this.createGroup()].filter(
      () => next() < 0.6,
    );
    return [...about, ...members, ...made.map((make) => make())];
  }

  #decide(instance: FakeInstance): void {
    const item = pick([...instance.items.values()], this.next);
    const decision = pick(["Approve", "Deny"], this.next);
    const by = { reviewedBy: this.somebody, reviewedAt: this.clock.now(), justification: "Theirs" };
    Object.assign(item, { decision, ...by });
    this.runner.journal.push(`changed ${item.id}`);
  }

  #meddleWithGroup(guestId: string): void {
    const { members } = this.#group;
    const isIn = members.delete(guestId);
    if (!isIn) members.add(guestId);
    this.runner.journal.push(`membership changed ${guestId}`);
    this.#note(isIn ? "Remove member from group" : "Add member to group", guestId);
  }

  #meddleWithAccount(person: Person): void {
    if (person.where !== "live") return;
    person.enabled = !person.enabled;
    this.runner.journal.push(`account changed ${person.id}`);
    this.#note(person.enabled ? "Enable account" : "Disable account", person.id);
  }

  #note(activity: string, targetId: string): void {
    const at = new Date(this.clock.now()).toISOString();
    const tracking = this.runner.mintId();
    const { directory } = this.runner;
    const record = auditRecord({ activity, actorId: this.somebody, targetId, tracking, at });
    directory.audits = [...directory.audits, record];
  }
}

/** What an operation changes: a guest, or a review or group with all that is in it. */
export function objectIn({ subject, guestId }: Operation): string {
  return subject.type === "review" ? subject.id : (guestId ?? subject.id);
}
