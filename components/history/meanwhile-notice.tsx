import { Facts } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";

/** What somebody else has recorded. */
export interface SaidMeanwhile {
  /** What it is of, where an entry has several; "The history says now" where it has one. */
  readonly name: string;
  readonly word: string;
  readonly by: { readonly id: string; readonly displayName: string | null };
  readonly at: number;
  readonly reason: string | null;
}

/** A correction was refused: what the history says by now beside what the person wanted to record. */
export function MeanwhileNotice(props: {
  readonly now: readonly SaidMeanwhile[];
  /** What the person chose, in the words of the history. */
  readonly mine: string;
}) {
  return (
    <Notice intent="warning" title="Somebody has recorded something else meanwhile">
      Your correction was not recorded. Your reason is kept below. Compare both, and choose again
      what is right.
      <Facts
        facts={[
          ...props.now.map((said) => ({ name: said.name, fact: <Said {...said} /> })),
          { name: "You chose", fact: `${props.mine}. Not recorded.` },
        ]}
      />
    </Notice>
  );
}

function Said({ word, by, at, reason }: SaidMeanwhile) {
  return (
    <>
      {word}. Recorded by <PersonName name={by.displayName} fallback={by.id} />,{" "}
      <Moment at={at} as="full" />
      {reason !== null && (
        <>
          , because: <PersonName name={reason} />
        </>
      )}
    </>
  );
}
