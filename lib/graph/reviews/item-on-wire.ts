import { knownWord } from "@/lib/domain/reviews/known-word";
import {
  APPLY_RESULTS,
  ITEM_DECISIONS,
  RECOMMENDATIONS,
  RESOURCE_TYPES,
  type ResourceType,
  type ReviewItem,
  type ReviewPerson,
} from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { instantFromWire } from "../guests/instant-on-wire";
import "../jitless";
import { z } from "zod";
import { personFromWire, personOnWire, textOrNull } from "./person-on-wire";
import type { InstanceRef } from "./review-paths";

/** https://learn.microsoft.com/graph/api/resources/usersignininsight, and others that have no such date. */
const insightOnWire = z.object({
  "@odata.type": z.string().nullish(),
  lastSignInDateTime: z.string().nullish(),
});

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstancedecisionitem */
export const itemOnWire = z.object({
  id: z.string().min(1),
  decision: z.string().nullish(),
  recommendation: z.string().nullish(),
  justification: z.string().nullish(),
  reviewedDateTime: z.string().nullish(),
  appliedDateTime: z.string().nullish(),
  applyResult: z.string().nullish(),
  principal: personOnWire.nullish(),
  principalLink: z.string().nullish(),
  resource: z
    .object({
      id: z.string().nullish(),
      displayName: z.string().nullish(),
      type: z.string().nullish(),
    })
    .nullish(),
  resourceLink: z.string().nullish(),
  reviewedBy: personOnWire.nullish(),
  appliedBy: personOnWire.nullish(),
  insights: z.array(insightOnWire).nullish(),
});

type ItemOnWire = z.infer<typeof itemOnWire>;

/** One person's access to one resource, as the review has it. */
export function itemFromWire(wire: ItemOnWire, { reviewId, instanceId }: InstanceRef): ReviewItem {
  return {
    id: wire.id,
    reviewId,
    instanceId,
    principal: principalOf(wire),
    resource: resourceOf(wire),
    decision: knownWord(ITEM_DECISIONS, wire.decision ?? "NotReviewed"),
    recommendation:
      textOrNull(wire.recommendation) === null
        ? null
        : knownWord(RECOMMENDATIONS, wire.recommendation),
    justification: textOrNull(wire.justification),
    reviewedBy: personFromWire(wire.reviewedBy),
    reviewedAt: instantFromWire(wire.reviewedDateTime),
    appliedBy: personFromWire(wire.appliedBy),
    appliedAt: instantFromWire(wire.appliedDateTime),
    applyResult: knownWord(APPLY_RESULTS, wire.applyResult ?? "New"),
    lastSignIn: lastSignInOf(wire.insights),
  };
}

function principalOf({ principal, principalLink }: ItemOnWire): ReviewPerson {
  const known = personFromWire(principal);
  if (known !== null) return known;
  return { id: linked(principalLink)?.id ?? "", displayName: null, userPrincipalName: null };
}

const TYPES: Readonly<Record<string, ResourceType>> = {
  groups: "Group",
  serviceprincipals: "ServicePrincipal",
  roledefinitions: "DirectoryRole",
};

/** Samples leave the resource out; its link then still says which it is. */
function resourceOf({ resource, resourceLink }: ItemOnWire): ReviewItem["resource"] {
  const link = linked(resourceLink);
  const id = textOrNull(resource?.id) ?? link?.id ?? null;
  if (id === null) return null;
  const word = textOrNull(resource?.type);
  const linkedType = TYPES[link?.collection.toLowerCase() ?? ""] ?? null;
  const type = word === null ? linkedType : knownWord(RESOURCE_TYPES, word);
  return { id, displayName: textOrNull(resource?.displayName), type };
}

function linked(link: string | null | undefined) {
  const found = /\/([a-z]+)\/([0-9a-f-]{36})\/?$/i.exec(link ?? "");
  return found === null ? null : { collection: found[1] ?? "", id: found[2] ?? "" };
}

/** Without a sign-in insight nothing is known about sign-ins, which is not the same as never. */
function lastSignInOf(insights: ItemOnWire["insights"]): Instant | null | undefined {
  const seen = (insights ?? []).find((insight) =>
    /userSignInInsight$/i.test(insight["@odata.type"] ?? ""),
  );
  return seen === undefined ? undefined : instantFromWire(seen.lastSignInDateTime);
}
