import type { OperationKind } from "@/lib/domain/operation";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import { absent, failed } from "./graph-errors";
import type { ReviewTenant, FakeItem, FakeReview, Write } from "./fake-review-state";

export const REVIEWS = "/identityGovernance/accessReviews/definitions";

type Done = (kind: OperationKind, id: string) => void;

interface Deciding {
  readonly myId: string;
  readonly now: number;
  readonly done: Done;
}

/** Does what a request asks for, or refuses it as Graph does; answers with what was made. */
export function applyWrite(state: ReviewTenant, myId: string, write: Write, now: number): unknown {
  const { method, path, body, tracking } = write;
  const done: Done = (kind, id) => {
    state.note({ kind, tracking, id });
  };
  const deciding: Deciding = { myId, now, done };
  if (path === "/groups") {
    const group = state.addGroup({ nickname: String(partsOf(body).mailNickname) });
    done("create-group", group.id);
    return { id: group.id };
  }
  if (path.startsWith("/groups/")) {
    applyToGroup(state, write, done);
    return undefined;
  }
  if (path === REVIEWS) {
    const review = state.addReview(partsOf(body));
    done("create-review", review.id);
    return { id: review.id };
  }
  const [reviewId = "", word, ...rest] = path.slice(REVIEWS.length + 1).split("/");
  const review = state.reviews.get(reviewId);
  if (review === undefined) throw absent(path);
  if (word === "instances") applyToInstance(review, rest, write, deciding);
  else if (method === "DELETE") {
    state.reviews.delete(reviewId);
    done("delete-review", reviewId);
  } else if (method === "PUT") {
    review.body = { ...review.body, ...partsOf(body) };
    review.modifiedAt = now;
    done("change-review", reviewId);
  } else {
    review.status = "Completed";
    done("stop-review", reviewId);
  }
  return undefined;
}

function applyToGroup(state: ReviewTenant, { method, path, body }: Write, done: Done): void {
  const [, , id = "", , member = ""] = path.split("/");
  const group = state.groups.get(id);
  if (group === undefined) throw absent(path);
  if (method === "DELETE") {
    if (!group.members.delete(member)) throw absent(path);
    done("remove-member", member);
    return;
  }
  const added = String(partsOf(body)["@odata.id"]).split("/").at(-1) ?? "";
  if (group.members.has(added)) {
    const words = "One or more added object references already exist.";
    throw failed("bad-request", undefined, words);
  }
  group.members.add(added);
  done("add-member", added);
}

function applyToInstance(
  review: FakeReview,
  [instanceId = "", word, itemId = ""]: readonly string[],
  { path, body }: Write,
  deciding: Deciding,
): void {
  const { done } = deciding;
  const instance = review.instances.get(instanceId);
  if (instance === undefined) throw absent(path);
  const isRunning = instance.status === "InProgress";
  if (isRunning !== (word !== "applyDecisions")) {
    const words = `The access review instance is not in progress: its status is '${instance.status}'.`;
    throw failed("bad-request", undefined, words);
  }
  switch (word) {
    case "stop":
      instance.status = "Completed";
      done("stop-instance", instanceId);
      return;
    case "applyDecisions":
      instance.status = "Applying";
      done("apply-instance", instanceId);
      return;
    case "sendReminder":
      done("remind-reviewers", instanceId);
      return;
    case "resetDecisions":
      for (const item of instance.items.values()) {
        Object.assign(item, { decision: "NotReviewed", justification: "" });
        Object.assign(item, { reviewedBy: null, reviewedAt: null });
      }
      done("reset-instance", instanceId);
      return;
    case "acceptRecommendations":
      for (const item of instance.items.values()) {
        if (item.mine && item.decision === "NotReviewed")
          decide(item, item.recommendation, "", deciding);
      }
      done("accept-recommendations", instanceId);
      return;
    default: {
      const item = instance.items.get(itemId);
      if (item === undefined) throw absent(path);
      if (!item.mine) throw failed("forbidden", undefined, "You are not a reviewer of this item.");
      const { decision, justification } = partsOf(body);
      decide(item, String(decision), String(justification), deciding);
      done("answer-item", itemId);
    }
  }
}

function decide(
  item: FakeItem,
  decision: string,
  justification: string,
  { myId, now }: Deciding,
): void {
  Object.assign(item, { decision, justification, reviewedBy: myId, reviewedAt: now });
}
