"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { AppLink } from "@/components/ui/app-link";
import { FactList, Facts } from "@/components/ui/fact-list";
import { JsonText } from "@/components/ui/json-text";
import { Section } from "@/components/ui/section";
import type { OperationRow } from "@/lib/contract/history";
import { laterStepOf } from "@/lib/operations/registry";
import { AuditMatch } from "./audit-match";
import { CorrectOutcome } from "./correct-outcome";
import { GuestFacts } from "./guest-facts";
import { knownFacts } from "./known-facts";
import { EarlierOutcomes, outcomeFacts, stepFacts } from "./outcome-facts";
import { takesBackFacts, UndoEntry } from "./undo-entry";
import { whoFacts } from "./who-facts";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
  },
});

/** An operation: who, when, why, the exact requests, what became of each, and what was known. */
export function OperationEntry({ row }: { readonly row: OperationRow }) {
  const { operation, guest, subject } = row;
  const { known } = operation;
  const styles = useStyles();
  return (
    <>
      <FactList title="Operation" facts={[...whoFacts(row), ...takesBackFacts(row)]} />
      <FactList title="Outcome" facts={outcomeFacts(row)} />
      <EarlierOutcomes row={row} />
      <div className={styles.actions}>
        <AuditMatch row={row} />
        <CorrectOutcome row={row} />
        <UndoEntry row={row} />
      </div>
      <Requests row={row} />
      {subject.type !== "guest" && (
        <FactList
          title={subject.type === "review" ? "Review" : "Group"}
          facts={subjectFacts(row)}
        />
      )}
      {known !== null && <FactList title="Known at the time" facts={knownFacts(known)} />}
      {guest !== null && <GuestFacts guest={guest} />}
    </>
  );
}

function subjectFacts({ operation, subject }: OperationRow) {
  const notYet = operation.subject.id === operation.id && subject.id === operation.id;
  if (notYet) {
    return [{ name: "Object ID", fact: "None is known: nothing says that it was made." }];
  }
  const now = {
    name: "Now",
    fact: <AppLink href={`/reviews/${subject.id}`}>Open review</AppLink>,
  };
  return [
    { name: "Object ID", fact: <code>{subject.id}</code> },
    ...(subject.type === "review" ? [now] : []),
  ];
}

/** Each request as it was recorded, and of several what became of each. */
function Requests({ row }: { readonly row: OperationRow }) {
  const { kind, steps } = row.operation;
  return steps.map(({ id, name, request }, index) => {
    const recorded = row.steps.find(({ stepId }) => stepId === id);
    const { method, path, body } = recorded?.bound ?? request;
    const title = laterStepOf(kind, name)?.labels.name;
    return (
      <Section
        key={id}
        title={
          steps.length === 1
            ? "The exact request"
            : `Request ${index + 1} of ${steps.length}${title === undefined ? "" : `: ${title}`}`
        }
      >
        <Facts
          facts={[
            { name: "Method", fact: <code>{method}</code> },
            { name: "Path", fact: <code>{path}</code> },
            ...(steps.length > 1 ? stepFacts(recorded, { index, name, row }) : []),
          ]}
        />
        {body !== null && <JsonText label="Body of the request" json={body} />}
      </Section>
    );
  });
}
