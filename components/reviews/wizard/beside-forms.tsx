"use client";

import { Accordion, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reviews-problem";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { briefOf, readingWords } from "./checks-in-words";
import { Checks } from "./checks";

import { DraftSummary } from "./draft-summary";
import { Fold } from "./fold";
import { JsonPreview } from "./json-preview";
import { SidePane } from "./side-pane";
import { SideSection } from "./side-section";
import type { Creation } from "./use-creation";
import { VerdictTable } from "./verdict-table";

const useStyles = makeStyles({
  // The heading of an accordion brings its own padding.
  folds: { margin: `0 -${tokens.spacingHorizontalM}` },
});

/** What the draft means, what it would do, and what would be sent for it. */
export function BesideForms(props: {
  readonly draft: ReviewDraft;
  readonly nameOf: (id: string) => string | null;
  readonly creation: Creation;
}) {
  const styles = useStyles();
  const { draft, nameOf, creation } = props;
  const { checked, shown } = creation;
  return (
    <SidePane label="Summary and checks" brief={briefOf(checked)}>
      <SideSection title="Summary">
        <DraftSummary draft={draft} nameOf={nameOf} />
      </SideSection>
      <SideSection title="Before it is created">
        {checked.error !== null && (
          <GraphFailureCard
            error={checked.error}
            what="the groups and their guests"
            notDone="What the review would do is not checked."
            scopes={SCOPES_TO_READ_REVIEWS}
            onRetry={checked.retry}
          />
        )}
        {checked.nothingChosen && (
          <Text>Choose what is reviewed: then the real groups and guests are looked at.</Text>
        )}
        {checked.found === null && checked.error === null && !checked.nothingChosen && (
          <Spinner size="tiny" labelPosition="after" label={readingWords(checked)} />
        )}
        {checked.found !== null && <Checks draft={draft} found={checked.found} />}
      </SideSection>
      <SideSection title="Measured by two standards">
        <VerdictTable draft={draft} />
      </SideSection>
      <Accordion className={styles.folds} collapsible multiple>
        <Fold value="json" title="The exact request">
          <JsonPreview plan={shown} />
        </Fold>
      </Accordion>
    </SidePane>
  );
}
