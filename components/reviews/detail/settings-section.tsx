"use client";

import { counted } from "@/lib/domain/number-text";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Facts } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { Section } from "@/components/ui/section";
import type { Review, ReviewStage } from "@/lib/domain/reviews/review";
import { type NameOf, reviewersWords, scopeWords } from "@/lib/domain/reviews/scope-labels";
import {
  consequenceSentence,
  consequenceWords,
  endWords,
  recurrenceWords,
} from "@/lib/domain/reviews/settings-labels";
import { dayText } from "@/lib/domain/calendar";
import { BenchmarkBadge } from "@/components/entries/benchmark-badge";
import { BenchmarkCriteria } from "@/components/entries/benchmark-criteria";
import { compareWithBenchmarks } from "@/lib/domain/reviews/benchmarks";

const yes = (on: boolean) => (on ? "Yes" : "No");

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 360px), 1fr))",
    columnGap: tokens.spacingHorizontalXXL,
    alignItems: "start",
  },
});

function stageFacts(stage: ReviewStage, place: number, nameOf: NameOf) {
  const fallback = stage.fallbackReviewers;
  return [
    { name: `Stage ${place + 1}`, fact: reviewersWords(stage.reviewers, nameOf) },
    ...(fallback.length === 0
      ? []
      : [{ name: "Fallback reviewers", fact: reviewersWords(fallback, nameOf) }]),
    { name: "Duration", fact: counted(stage.durationDays, "day") },
  ];
}

function reviewerFacts({ reviewers, fallbackReviewers }: Review, nameOf: NameOf) {
  return [
    { name: "Reviewers", fact: <PersonName name={reviewersWords(reviewers, nameOf)} /> },
    {
      name: "Fallback reviewers",
      fact:
        fallbackReviewers.length === 0 ? (
          "None"
        ) : (
          <PersonName name={reviewersWords(fallbackReviewers, nameOf)} />
        ),
    },
  ];
}

interface SettingsSectionProps {
  readonly review: Review;
  readonly nameOf: NameOf;
}

/** How the review is set up, and what CIS and the usual advice say of that. */
export function SettingsSection({ review, nameOf }: SettingsSectionProps) {
  const styles = useStyles();
  const { settings, scope, stages } = review;
  const { recurrence, lookBackDays } = settings;
  const { cis, advice } = compareWithBenchmarks(review);
  return (
    <div>
      <div className={styles.columns}>
        {[cis, advice].map((result) => (
          <Section key={result.standard} level={2} title={result.standard}>
            <BenchmarkBadge result={result} /> <Text>{result.says}</Text>
            <BenchmarkCriteria result={result} />
          </Section>
        ))}
      </div>
      <div className={styles.columns}>
        <Section level={2} title="Scope and reviewers">
          <Facts
            facts={[
              { name: "Scope", fact: <PersonName name={scopeWords(scope, nameOf)} /> },
              ...(scope.kind === "other"
                ? [{ name: "Query", fact: <code>{scope.query}</code> }]
                : []),
              ...(stages.length === 0 ? reviewerFacts(review, nameOf) : []),
            ]}
          />
          {stages.map((stage, place) => (
            <Facts key={stage.id} facts={stageFacts(stage, place, nameOf)} />
          ))}
        </Section>
        <Section level={2} title="Schedule">
          <Facts
            facts={[
              { name: "Recurrence", fact: recurrenceWords(recurrence) },
              { name: "Start date", fact: dayText(recurrence?.startDate ?? "Unknown") },
              { name: "Duration", fact: counted(settings.durationDays, "day") },
              { name: "Ends", fact: endWords(recurrence) },
            ]}
          />
        </Section>
        <Section level={2} title="When the review ends">
          <Facts
            facts={[
              { name: "If reviewers don't respond", fact: consequenceWords(settings) },
              { name: "That means", fact: consequenceSentence(settings) },
              { name: "Auto-apply", fact: yes(settings.autoApply) },
            ]}
          />
        </Section>
        <Section level={2} title="Advanced settings">
          <Facts
            facts={[
              { name: "Email notifications", fact: yes(settings.mails) },
              { name: "Reminders", fact: yes(settings.reminders) },
              {
                name: "Justification",
                fact: settings.justificationOnApproval ? "Required to approve" : "Not required",
              },
              { name: "Recommendations", fact: yes(settings.recommendations) },
              {
                name: "Look-back",
                fact:
                  lookBackDays === null ? "30 days, as Entra does" : counted(lookBackDays, "day"),
              },
            ]}
          />
        </Section>
        <Section level={2} title="Details">
          <Facts
            facts={[
              {
                name: "Created by",
                fact: (
                  <PersonName
                    name={review.createdBy?.displayName ?? null}
                    fallback={review.createdBy?.id ?? "Unknown"}
                  />
                ),
              },
              {
                name: "Created",
                fact:
                  review.createdAt === null ? (
                    "Unknown"
                  ) : (
                    <Moment at={review.createdAt} as="full" />
                  ),
              },
              {
                name: "Created with",
                fact: review.operationId === null ? "Entra or another tool" : "Guestlist",
              },
              {
                name: "Description for admins",
                fact: <PersonName name={review.descriptionForAdmins} fallback="None" />,
              },
              {
                name: "Description for reviewers",
                fact: <PersonName name={review.descriptionForReviewers} fallback="None" />,
              },
              { name: "Review id", fact: <code>{review.id}</code> },
            ]}
          />
        </Section>
      </div>
      <Text size={200}>Reviewers can also decide in My Access. Their decisions appear here.</Text>
    </div>
  );
}
