import type { Operation } from "@/lib/domain/operation";
import type { Group } from "@/lib/domain/reviews/group";
import { losesAccessAutomatically } from "@/lib/domain/reviews/loses-access-automatically";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { bodyOfItem, readInBatches } from "@/lib/graph/batch";
import type { Graph } from "@/lib/graph/graph";
import { GraphError } from "@/lib/graph/graph-error";
import { findGroupsByNickname } from "@/lib/graph/groups/find-groups-by-nickname";
import { readGroup } from "@/lib/graph/groups/read-group";
import { readGuestMembers } from "@/lib/graph/groups/read-guest-members";
import { readOuterGroups } from "@/lib/graph/groups/read-outer-groups";
import { findByMarker } from "@/lib/graph/reviews/find-by-marker";
import { itemFromWire, itemOnWire } from "@/lib/graph/reviews/item-on-wire";
import { readInstance } from "@/lib/graph/reviews/read-instances";
import { readItems } from "@/lib/graph/reviews/read-items";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { readReview } from "@/lib/graph/reviews/read-review";
import type { OperationServices } from "./operation-services";
import { instancePath, type InstanceRef } from "@/lib/graph/reviews/review-paths";
import { REVIEW_READ_SCOPES } from "@/lib/graph/reviews/scopes";
import { SharedReading } from "@/lib/graph/shared-reading";
import { AnsweredItems, type Items } from "./review/answered-items";
import { ITEM, parseRequestTarget, type RequestTarget } from "./request-target";

/** How an item is to be read. */
export interface ItemQuery {
  /** Among those that the signed-in person decides. */
  readonly mine: boolean;
  /** Readings that began earlier do not count. */
  readonly since: Instant;
  /** Other items of the plan that were last read before this instant are read along with it. */
  readonly prefetchBefore: Instant;
}

/** The readings of one plan's operations. Operations that need the same object share one reading. */
export class DirectoryReadings {
  readonly #instances = new Map<string, SharedReading<ReviewInstance | null>>();
  readonly #items = new Map<string, SharedReading<Items>>();
  readonly #groups = new Map<string, SharedReading<Group | null>>();
  readonly #guests = new Map<string, SharedReading<ReadonlySet<string> | null>>();
  readonly #outer = new Map<string, SharedReading<readonly string[] | null>>();
  #reviews: SharedReading<readonly Review[]> | null = null;
  readonly #planned: ReadonlyMap<string, readonly string[]>;
  readonly #answered = new Map<string, AnsweredItems>();

  constructor(
    private readonly services: OperationServices,
    operations: readonly Operation[],
  ) {
    this.#planned = itemsByInstance(operations);
  }

  /** One review; null when it is gone. */
  review({ review }: RequestTarget): Promise<Review | null> {
    return orGone(readReview(this.services.graph, review));
  }

  instance({ review, instance }: RequestTarget, since: Instant): Promise<ReviewInstance | null> {
    const ref = { reviewId: review, instanceId: instance };
    const read = () => orGone(readInstance(this.services.graph, ref));
    return this.#shared(this.#instances, keyOf(ref), read).since(since);
  }

  /** One item that an operation of this plan answers; undefined when it is gone, or not among what may be read. */
  async item(target: RequestTarget, query: ItemQuery): Promise<ReviewItem | undefined> {
    return (await orGone(this.#item(target, query))) ?? undefined;
  }

  async #item(
    { review, instance, item }: RequestTarget,
    { mine, since, prefetchBefore }: ItemQuery,
  ) {
    const ref = { reviewId: review, instanceId: instance };
    const found = await this.#answers(ref, mine).item(item, since, prefetchBefore);
    if (found !== undefined) return found;
    // No items join a running instance, so an item that a full reading did not have is not looked for again.
    const known = await this.#all(ref, mine, 0);
    if (!known.has(item.toLowerCase())) return undefined;
    return (await this.#all(ref, mine, since)).get(item.toLowerCase());
  }

  /** Every item of an instance, or those that the signed-in person decides. */
  async items({ review, instance }: RequestTarget, mine: boolean, since: Instant) {
    const found = await this.#all({ reviewId: review, instanceId: instance }, mine, since);
    return [...found.values()];
  }

  /** The reviews that an operation made, the newest first. */
  async markedReviews(operationId: string, since: Instant): Promise<readonly string[]> {
    const found = await findByMarker(this.services.graph, operationId, { since });
    return found.map(({ id }) => id);
  }

  /** The groups with a nickname. */
  groupsNamed(nickname: string): Promise<readonly string[]> {
    return findGroupsByNickname(this.services.graph, nickname);
  }

  /** One group; null when it is gone. */
  group(id: string, since: Instant): Promise<Group | null> {
    const read = () => orGone(readGroup(this.services.graph, id));
    return this.#shared(this.#groups, id, read).since(since);
  }

  /** Whether a review that runs, or will, takes access from those who join a group by itself. */
  async losesMembersAutomatically({ group: id }: RequestTarget, since: Instant): Promise<boolean> {
    this.#reviews ??= new SharedReading(this.services.clock, () =>
      readReviews(this.services.graph),
    );
    const reviews = await this.#reviews.since(since);
    // Usually no review could, so the groups around it need not be read.
    if (!losesAccessAutomatically({ id, group: null, outerIds: null }, reviews)) return false;
    const readOuter = () => orGone(readOuterGroups(this.services.graph, id));
    const outerIds = await this.#shared(this.#outer, id, readOuter).since(since);
    return losesAccessAutomatically({ id, group: await this.group(id, since), outerIds }, reviews);
  }

  /** Whether a guest is in a group itself; null when the group is gone. */
  async isIn({ group, member }: RequestTarget, since: Instant): Promise<boolean | null> {
    const read = async () => {
      const guests = (await readGuestMembers(this.services.graph, [group])).get(group);
      if (guests === null) throw new GraphError("forbidden", "The members could not be read.");
      return guests === undefined ? null : new Set(guests.direct.map((id) => id.toLowerCase()));
    };
    const guests = await this.#shared(this.#guests, group, read).since(since);
    return guests?.has(member.toLowerCase()) ?? null;
  }

  #answers(ref: InstanceRef, mine: boolean): AnsweredItems {
    const key = `${keyOf(ref)} ${mine ? "mine" : "all"}`;
    const source = {
      some: async (ids: readonly string[]) =>
        byId(await readSomeItems(this.services.graph, ref, ids)),
      all: (since: Instant) => this.#all(ref, mine, since),
    };
    const planned = this.#planned.get(keyOf(ref)) ?? [];
    const answered =
      this.#answered.get(key) ?? new AnsweredItems(planned, source, this.services.clock);
    this.#answered.set(key, answered);
    return answered;
  }

  #all(ref: InstanceRef, mine: boolean, since: Instant): Promise<Items> {
    const read = async () => {
      const { items, complete } = await readItems(this.services.graph, ref, { asReviewer: mine });
      // An incomplete list does not prove that something is missing.
      if (!complete) throw new GraphError("unavailable", "Not all items could be read.");
      return byId(items);
    };
    return this.#shared(this.#items, `${keyOf(ref)} ${mine ? "mine" : "all"}`, read).since(since);
  }

  #shared<T>(
    among: Map<string, SharedReading<T>>,
    key: string,
    read: () => Promise<T>,
  ): SharedReading<T> {
    const reading = among.get(key) ?? new SharedReading(this.services.clock, read);
    among.set(key, reading);
    return reading;
  }
}

/** Turns "not found" into null; other failures are thrown. */
async function orGone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GraphError && error.kind === "not-found") return null;
    throw error;
  }
}

/** The request that answers one item of a review. */
const ANSWERS = { method: "PATCH", path: ITEM };

function itemsByInstance(operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const operation of operations) {
    if (operation.kind !== "answer-item") continue;
    const request = operation.steps[0]?.request;
    const target = request && parseRequestTarget(operation, request, ANSWERS);
    if (target == null) continue;
    const key = keyOf({ reviewId: target.review, instanceId: target.instance });
    const items = found.get(key) ?? [];
    items.push(target.item);
    found.set(key, items);
  }
  return found;
}

function byId(items: readonly ReviewItem[]): Items {
  return new Map(items.map((item) => [item.id.toLowerCase(), item]));
}

function keyOf({ reviewId, instanceId }: InstanceRef): string {
  return `${reviewId}/${instanceId}`.toLowerCase();
}

/**
 * Some items of one instance by their ids, twenty to a request; those that are gone, or that the signed-in person may
 * not read, are missing. https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-get
 */
async function readSomeItems(
  graph: Graph,
  ref: InstanceRef,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ReviewItem[]> {
  const distinctIds = [...new Set(ids)];
  const requests = distinctIds.map((id) => ({
    id,
    method: "GET" as const,
    path: `${instancePath(ref)}/decisions/${encodeURIComponent(id)}`,
  }));
  const answers = await readInBatches(graph, requests, { scopes: REVIEW_READ_SCOPES, signal });
  return distinctIds
    .filter((id) => ![403, 404].includes(answers.get(id)?.status ?? 0))
    .map((id) => itemFromWire(bodyOfItem(answers.get(id), itemOnWire, "decision item"), ref));
}
