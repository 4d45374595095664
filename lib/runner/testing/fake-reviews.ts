import type { Clock } from "@/lib/graph/clock";
import type { Fate } from "./fake-directory";
import { absent, failed } from "./graph-errors";
import { auditRecord } from "./fake-directory";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import { applyWrite, REVIEWS } from "./apply-write";
import type {
  ReviewTenant,
  ReviewEffect,
  FakeGroup,
  FakeInstance,
  FakeItem,
  FakeReview,
  Write,
} from "./fake-review-state";

/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
const ACTIVITY: Readonly<Partial<Record<ReviewEffect["kind"], string>>> = {
  "create-group": "Add group",
  "add-member": "Add member to group",
  "remove-member": "Remove member from group",
};

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Access reviews and groups of a fake tenant, with Graph's answers for what operations ask of them. */
export class FakeReviews implements ReviewTenant {
  readonly reviews = new Map<string, FakeReview>();
  readonly groups = new Map<string, FakeGroup>();
  readonly effects: ReviewEffect[] = [];
  readonly writes: Write[] = [];
  readonly readings: string[] = [];
  /** Lists do not show what is younger than this. */
  lagMilliseconds = 0;
  /** What is answered to a sending that was accepted. */
  answers: (made: unknown) => unknown = (made) => made;
  fateOf: (write: Write) => Fate = () => "well";
  readingFails: (path: string) => GraphErrorKind | null = () => null;
  onEffect: (effect: ReviewEffect) => void = () => undefined;
  #minted = 0;
  /** How its ids begin: like the id of who sends. */
  readonly #mark: string;
  /** When each effect came about. */
  readonly #at = new Map<string, { readonly at: number; readonly actorId: string }>();

  constructor(
    private readonly clock: Pick<Clock, "now">,
    /** Who sends: items and the audit log name them. */
    public actorId: string,
  ) {
    this.#mark = actorId.slice(0, 8);
  }

  /** One object, or a collection as a whole: its paging is not this house's to test. */
  get(path: string): unknown {
    this.readings.push(path);
    const failure = this.readingFails(path);
    if (failure !== null) throw new GraphError(failure, path, { status: 503 });
    const [plain = "", query = ""] = path.split("?", 2);
    if (plain === REVIEWS) return { value: this.#listed().map((review) => this.#show(review)) };
    if (plain === "/groups") return { value: this.#named(decodeURIComponent(query)) };
    if (plain.startsWith("/groups/")) return this.#getOfGroup(plain);
    return this.#getOfReview(plain);
  }

  send(write: Write): unknown {
    this.writes.push(write);
    const fate = this.fateOf(write);
    const wait = fate === "well" ? undefined : fate.retryAfterSeconds;
    if (fate !== "well" && !fate.applied) throw failed(fate.kind, wait, "as the test wished");
    const made = applyWrite(this, this.actorId, write, this.clock.now());
    if (fate !== "well") throw failed(fate.kind, wait, "as the test wished");
    return this.answers(made);
  }

  /** Something was accepted. */
  note(effect: ReviewEffect): void {
    this.effects.push(effect);
    this.#at.set(effect.tracking, { at: this.clock.now(), actorId: this.actorId });
    this.onEffect(effect);
  }

  /** What Entra's audit log has of the effects. */
  get audits(): readonly unknown[] {
    return this.effects.map(({ kind, tracking, id }) => {
      const activity = ACTIVITY[kind] ?? `Access review: ${kind}`;
      const { at, actorId } = this.#at.get(tracking) ?? { at: 0, actorId: this.actorId };
      const when = new Date(at).toISOString();
      return auditRecord({ activity, actorId, targetId: id, tracking, at: when });
    });
  }

  mintId(): string {
    this.#minted += 1;
    return `${this.#mark}-0000-4000-b000-${this.#minted.toString(16).padStart(12, "0")}`;
  }

  addReview(body: Readonly<Record<string, unknown>> = {}): FakeReview {
    const at = this.clock.now();
    const id = this.mintId();
    const review = { id, createdAt: at, modifiedAt: at, status: "InProgress", body };
    const whole: FakeReview = { ...review, instances: new Map() };
    this.reviews.set(id, whole);
    return whole;
  }

  addInstance(review: FakeReview, items: number, like: Partial<FakeItem> = {}): FakeInstance {
    const instance: FakeInstance = { id: this.mintId(), status: "InProgress", items: new Map() };
    for (let count = 0; count < items; count += 1) {
      const item = { id: this.mintId(), principalId: this.mintId(), mine: true, ...like };
      const undecided = { decision: "NotReviewed", justification: "", recommendation: "Deny" };
      instance.items.set(item.id, { ...undecided, reviewedBy: null, reviewedAt: null, ...item });
    }
    review.instances.set(instance.id, instance);
    return instance;
  }

  addGroup(like: Partial<FakeGroup> = {}): FakeGroup {
    const plain = { dynamic: false, synced: false, roleAssignable: false, nickname: "" };
    const id = this.mintId();
    const group = {
      id,
      createdAt: this.clock.now(),
      ...plain,
      members: new Set<string>(),
      ...like,
    };
    this.groups.set(group.id, group);
    return group;
  }

  #listed(): readonly FakeReview[] {
    const until = this.clock.now() - this.lagMilliseconds;
    return [...this.reviews.values()].filter(({ createdAt }) => createdAt <= until).reverse();
  }

  #named(query: string): unknown {
    const mailNickname = /mailNickname eq '([^']*)'/.exec(query)?.[1];
    const until = this.clock.now() - this.lagMilliseconds;
    return [...this.groups.values()].filter(
      ({ nickname, createdAt }) => nickname === mailNickname && createdAt <= until,
    );
  }

  #show({ id, createdAt, modifiedAt, status, body }: FakeReview): unknown {
    const times = { createdDateTime: iso(createdAt), lastModifiedDateTime: iso(modifiedAt) };
    return { ...body, id, status, ...times };
  }

  #getOfGroup(path: string): unknown {
    const [, , id = "", members] = path.split("/");
    const group = this.groups.get(id);
    if (group === undefined) throw absent(path);
    // No group is inside another one here.
    if (members === "transitiveMemberOf") return { value: [] };
    if (members !== undefined)
      return { value: [...group.members].map((member) => ({ id: member })) };
    return {
      id,
      securityEnabled: true,
      groupTypes: group.dynamic ? ["DynamicMembership"] : [],
      onPremisesSyncEnabled: group.synced,
      isAssignableToRole: group.roleAssignable,
    };
  }

  #getOfReview(path: string): unknown {
    const [reviewId = "", , instanceId, decisions, itemId] = path
      .slice(REVIEWS.length + 1)
      .split("/");
    const review = this.reviews.get(reviewId);
    if (review === undefined) throw absent(path);
    if (instanceId === undefined) return this.#show(review);
    const instance = review.instances.get(instanceId);
    if (instance === undefined) throw absent(path);
    if (decisions === undefined) return { id: instance.id, status: instance.status };
    const items = [...instance.items.values()];
    if (itemId === undefined) return { value: items.map(shown) };
    if (itemId.startsWith("filterBy"))
      return { value: items.filter(({ mine }) => mine).map(shown) };
    const item = instance.items.get(itemId);
    if (item === undefined) throw absent(path);
    return shown(item);
  }
}

function shown(item: FakeItem): unknown {
  const { id, principalId, decision, justification, recommendation, reviewedBy, reviewedAt } = item;
  return {
    ...{ id, decision, justification, recommendation },
    principal: { id: principalId },
    reviewedBy: { id: reviewedBy ?? "00000000-0000-0000-0000-000000000000" },
    reviewedDateTime: iso(reviewedAt),
  };
}
