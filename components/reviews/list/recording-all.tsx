"use client";

import { counted, numberText } from "@/lib/domain/number-text";
import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { LineList } from "@/components/ui/line-list";
import { PersonName } from "@/components/ui/person-name";
import { endWords, notRecordedLabel } from "@/components/entries/recording-labels";
import type { RecordingOfMany } from "@/lib/commands/record-results-of-many";
import { TextLink } from "@/components/ui/text-link";
import type { EndedInstance } from "@/lib/domain/reviews/unrecorded-instances";

const MOST_NAMED = 100;

const useStyles = makeStyles({
  list: { marginTop: tokens.spacingVerticalS },
  bar: { marginTop: tokens.spacingVerticalXS, marginBottom: tokens.spacingVerticalXS },
});

type Far = RecordingOfMany<EndedInstance>;

/** What is looked at now; in the end what was written, and what was not recorded and why. */
export function RecordingBody({ far }: { readonly far: Far }) {
  return far.ended === null ? <Running far={far} /> : <Ended far={far} />;
}

function Running({ far }: { readonly far: Far }) {
  const styles = useStyles();
  const done = far.recorded + far.notRecorded.length;
  return (
    <>
      <ProgressBar
        className={styles.bar}
        aria-label="Instances saved"
        value={done}
        max={Math.max(1, far.of)}
      />
      {far.at !== null && (
        <>
          Reading <PersonName name={far.at.review.name} />.{" "}
        </>
      )}
      Leaving this page stops it; what is saved stays.
    </>
  );
}

function Ended({ far }: { readonly far: Far }) {
  const styles = useStyles();
  const { recorded, notRecorded, of, results } = far;
  const untried = of - recorded - notRecorded.length;
  return (
    <>
      {`${counted(results, "result was", "results were")} written; nothing is ever written twice. `}
      {untried > 0 && `${numberText(untried)} not tried. `}
      {results > 0 && (
        <TextLink href="/history?kind=review-result">Show results in the history</TextLink>
      )}
      {notRecorded.length > 0 && (
        <div className={styles.list}>
          <LineList
            label="Not saved"
            most={MOST_NAMED}
            lines={notRecorded.map(({ instance: { id, review, instance }, because }) => ({
              id,
              name: review.name,
              word: notRecordedLabel(because),
              detail: endWords(instance.endsAt),
            }))}
          />
        </div>
      )}
    </>
  );
}
