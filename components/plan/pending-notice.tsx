"use client";

import { numberText } from "@/lib/domain/number-text";
import { Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { PlainList } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ROLES } from "@/lib/domain/directory-roles";
import { ACCESS_REVIEW_READ_ALL } from "@/lib/domain/graph-scopes";
import type { OperationKind } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { PendingConsequence } from "@/lib/domain/reviews/pending-consequences";
import { type Pending, usePendingConsequences } from "@/lib/queries/pending-consequences";

const SHOWN = 20;

/** Whether a review that waits to delete the account would undo this operation. */
function bringsBack(kind: OperationKind): boolean {
  return kind === "restore" || kind === "unblock";
}

const NOBODY: readonly string[] = [];

/** Whether it is still being read what is pending for whomever these kinds bring back: nobody confirms before. */
export function useLooksForPending(kinds: readonly OperationKind[]): boolean {
  return usePendingConsequences(NOBODY, kinds.some(bringsBack)).looking;
}

/** What access reviews are about to do to those whom a plan brings back; nothing for other plans. */
export function PendingNotice({ plan }: { readonly plan: Plan }) {
  const back = useMemo(
    () => plan.operations.filter(({ operation }) => bringsBack(operation.kind)),
    [plan],
  );
  const names = useMemo(
    () =>
      new Map(back.map(({ operation, label }) => [operation.guestId?.toLowerCase() ?? "", label])),
    [back],
  );
  const ids = useMemo(() => [...names.keys()], [names]);
  const found = usePendingConsequences(ids, ids.length > 0);
  if (ids.length === 0) return null;
  return <Found {...found} names={names} />;
}

/** Who waits for what, by which review, and what can be done about it. */
function PendingLines(props: {
  readonly pending: readonly PendingConsequence[];
  /** By guest; absent where only one guest is spoken of. */
  readonly names?: ReadonlyMap<string, string>;
}) {
  const { pending, names } = props;
  const stages = new Set(pending.map(({ stage }) => stage));
  const guests = new Set(pending.map(({ guestId }) => guestId)).size;
  const more = pending.length - SHOWN;
  return (
    <Notice intent="warning" title={titleOf(guests, stages)}>
      <PlainList>
        {pending.slice(0, SHOWN).map((each) => (
          <li key={`${each.guestId} ${each.instanceId}`}>
            {names !== undefined && (
              <>
                <PersonName
                  name={names.get(each.guestId.toLowerCase()) ?? null}
                  fallback={each.guestId}
                />
                :{" "}
              </>
            )}
            denied in{" "}
            <TextLink href={`/reviews/${each.reviewId}`}>
              <PersonName name={each.reviewName} />
            </TextLink>
            {". "}
            <WhatComes {...each} />
          </li>
        ))}
        {more > 0 && <li>and {numberText(more)} more</li>}
      </PlainList>
      {stages.has("to-be-applied") && (
        <div>
          Nothing happens to the account until somebody applies the review. While it runs its
          reviewers can still change the decision.
        </div>
      )}
      {stages.has("to-be-blocked") && (
        <div>Before the review ends its reviewers can still change the decision: ask them.</div>
      )}
      {stages.has("to-be-deleted") && <AfterTheBlock />}
    </Notice>
  );
}

function titleOf(guests: number, stages: ReadonlySet<PendingConsequence["stage"]>): string {
  const whose = guests === 1 ? "this account" : `${numberText(guests)} of these accounts`;
  const reviews = guests === 1 ? "An access review" : "Access reviews";
  if (stages.size === 1 && stages.has("to-be-applied")) {
    return `${reviews} will delete ${whose} when somebody applies the result`;
  }
  return `${reviews} ${guests === 1 ? "is" : "are"} about to delete ${whose}`;
}

function WhatComes({ stage, blockedAt, deletedAt }: PendingConsequence) {
  if (stage === "to-be-applied") {
    return (
      <>Entra blocks sign-in, and deletes the account 30 days later, when somebody applies it.</>
    );
  }
  return (
    <>
      {stage === "to-be-blocked" ? "Entra blocks sign-in when the review ends" : "Entra deletes it"}
      {stage === "to-be-blocked" && blockedAt !== null && (
        <>
          , on <Moment at={blockedAt} as="date" />
        </>
      )}
      {stage === "to-be-blocked" && ", and deletes the account"}
      {deletedAt === null ? (
        " on a day that is not known."
      ) : (
        <>
          {" "}
          on <Moment at={deletedAt} as="date" />.
        </>
      )}
    </>
  );
}

/**
 * Microsoft says that an admin can re-enable the account within the 30 days, and that it is deleted if nothing is done;
 * not whether re-enabling alone is enough: https://learn.microsoft.com/entra/id-governance/create-access-review
 */
function AfterTheBlock() {
  return (
    <div>
      The decision cannot be changed any more. Microsoft says that an account can be enabled again
      within the 30 days, but not for certain that it is then kept. Look again after that day: if it
      is deleted, restore it, which is possible for 30 days.
    </div>
  );
}

/** Somebody who cannot look is told so, and what it takes. */
function PendingUnknown({ more }: { readonly more: boolean }) {
  return (
    <Text>
      {more
        ? "Whether there is more is not known: "
        : "Whether an access review is about to delete an account is not known: "}
      not every review could be read. That takes {ACCESS_REVIEW_READ_ALL} and a role that sees every
      review, such as {ROLES.globalReader.name} or {ROLES.users.name}.
    </Text>
  );
}

/** What access reviews are about to do to this one guest. */
export function PendingOfGuest({ guestId }: { readonly guestId: string }) {
  const ids = useMemo(() => [guestId], [guestId]);
  return <Found {...usePendingConsequences(ids, true)} />;
}

/** Says that it is being read, what was found, and what is not known; nothing where nothing is pending for sure. */
function Found(props: Pending & { readonly names?: ReadonlyMap<string, string> }) {
  const { pending, looking, complete, names } = props;
  if (looking) return <Text>Looking for access reviews that are about to delete an account …</Text>;
  const more = pending.length > 0;
  return (
    <>
      {more && <PendingLines pending={pending} {...(names && { names })} />}
      {!complete && <PendingUnknown more={more} />}
    </>
  );
}
