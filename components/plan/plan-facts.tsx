"use client";

import { Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { counted, numberText } from "@/lib/domain/number-text";
import type { OperationKind } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { StandingKind } from "@/lib/domain/standing";
import { useGuestsUnderReview } from "@/lib/queries/under-review";
import { leastTimeWords } from "./duration";

/** What a person who takes access away should know of the whole selection, and how long the plan takes. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const losing = useMemo(
    () => plan.operations.filter(({ operation }) => takesAccess(operation.kind)),
    [plan],
  );
  const leastTime = leastTimeWords(plan);
  return (
    <>
      {losing.length > 0 && <AboutTheLosing of={losing} />}
      {leastTime !== null && <Text>{leastTime}</Text>}
    </>
  );
}

/** Whether guests lose access by an operation of this kind. */
export function takesAccess(kind: OperationKind): boolean {
  return kind === "block" || kind === "remove";
}

function AboutTheLosing({ of }: { readonly of: Plan["operations"] }) {
  const ids = useMemo(() => of.map(({ operation }) => operation.guestId ?? ""), [of]);
  const underReview = useGuestsUnderReview(ids);
  const withStanding = (standing: StandingKind) =>
    of.filter(({ operation }) => operation.known?.standing === standing).length;
  const active = withStanding("active");
  const unknown = withStanding("unknown");
  const isOne = of.length === 1;
  return (
    <>
      {active > 0 && (
        <Notice
          intent="warning"
          title={
            isOne
              ? "This guest is active"
              : `${numberText(active)} of ${counted(of.length, "guest")} ${active === 1 ? "is" : "are"} active`
          }
        >
          They signed in recently or are new, and lose access that they may be using.
        </Notice>
      )}
      {unknown > 0 && !isOne && (
        <Text>{`Not known of ${counted(unknown, "guest")}: whether they are active.`}</Text>
      )}
      {underReview === null
        ? !isOne && (
            <Text size={200}>
              Not known here: whether a running access review includes them. Coverage reads that.
            </Text>
          )
        : underReview > 0 && (
            <Text>
              {isOne
                ? "A running access review includes this guest."
                : `At least ${numberText(underReview)} of them ${underReview === 1 ? "is" : "are"} in a running access review.`}
            </Text>
          )}
    </>
  );
}
