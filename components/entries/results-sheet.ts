import { graphText } from "@/lib/domain/reviews/known-word";
import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import { ACCESS_WORD } from "@/components/entries/entry-labels";
import type { CsvSheet } from "@/components/ui/csv";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import {
  applyResultWord,
  deciderText,
  decisionWord,
  recommendationWord,
} from "@/components/entries/review-item-labels";
import { statusWord } from "@/components/entries/review-status-labels";
import type { ResultLine } from "@/lib/domain/reviews/access-results";

const iso = (at: Instant | null | undefined) =>
  at === null || at === undefined ? "" : new Date(at).toISOString();

const COLUMNS = [
  "Guest",
  "User name",
  "Access to",
  "Decision",
  "Decided by",
  "Decided by (object id)",
  "Decided at (UTC)",
  "Justification",
  "Recommended",
  "Last sign-in then (UTC)",
  "Apply result",
  "Applied at (UTC)",
  "Access now",
  "Why not applied",
  "Instance began (UTC)",
  "Instance ended (UTC)",
  "Status of the instance",
  "Guest (object id)",
  "Resource (object id)",
  "Review id",
  "Instance id",
  "Item id",
];

type Exported = Pick<ResultLine, "item"> & Partial<ResultLine>;

function lastSignIn({ lastSignIn: at }: ReviewItem): string {
  if (at === undefined) return "Not reported by Entra";
  return at === null ? "Never" : iso(at);
}

/** The decisions of an instance for people; what became of the access stands there where it was compared. */
export function decisionsSheet(instance: ReviewInstance, lines: readonly Exported[]): CsvSheet {
  return {
    columns: COLUMNS,
    rows: lines.map(({ item, access, notApplied }) => [
      item.principal.displayName ?? "",
      item.principal.userPrincipalName ?? "",
      item.resource?.displayName ?? "",
      decisionWord(item.decision),
      deciderText(item),
      item.reviewedBy?.id ?? "",
      iso(item.reviewedAt),
      item.justification ?? "",
      recommendationWord(item.recommendation),
      lastSignIn(item),
      applyResultWord(item.applyResult),
      iso(item.appliedAt),
      access === undefined ? "Not compared" : ACCESS_WORD[access],
      notApplied == null ? "" : NOT_APPLIED_WORD[notApplied],
      iso(instance.startsAt),
      iso(instance.endsAt),
      statusWord(instance.status),
      item.principal.id,
      item.resource?.id ?? "",
      item.reviewId,
      item.instanceId,
      item.id,
    ]),
  };
}

/** Everything that is known of an instance, for programs: the review as Graph gave it, and every item. */
export function decisionsExport(
  review: Review,
  instance: ReviewInstance,
  lines: readonly Exported[],
  at: Instant,
): unknown {
  const { asGiven, ...ours } = review;
  return {
    exportedAt: iso(at),
    review: {
      ...ours,
      status: graphText(ours.status),
      createdAt: iso(ours.createdAt),
      definition: asGiven,
    },
    instance: {
      ...instance,
      status: graphText(instance.status),
      startsAt: iso(instance.startsAt),
      endsAt: iso(instance.endsAt),
    },
    items: lines.map(({ item, access, notApplied }) => ({
      ...item,
      decision: graphText(item.decision),
      recommendation: item.recommendation && graphText(item.recommendation),
      applyResult: graphText(item.applyResult),
      resource: item.resource && {
        ...item.resource,
        type: item.resource.type && graphText(item.resource.type),
      },
      reviewedAt: iso(item.reviewedAt),
      appliedAt: iso(item.appliedAt),
      // Left out where the service said nothing, which is not the same as never.
      ...(item.lastSignIn !== undefined && {
        lastSignIn: item.lastSignIn === null ? null : iso(item.lastSignIn),
      }),
      accessNow: access ?? "not-compared",
      notApplied: notApplied ?? null,
    })),
  };
}
