"use client";

import { makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useCommandInAddress } from "@/components/plan/use-command-in-address";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { INSTANCE_KINDS, SERIES_KINDS } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { compareWithBenchmarks } from "@/lib/domain/reviews/benchmarks";
import { Column } from "@/components/ui/column";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { reviewersWords, scopeWords } from "@/lib/domain/reviews/scope-labels";
import { consequenceWords, recurrenceWords } from "@/lib/domain/reviews/settings-labels";
import { StatusBadge } from "@/components/entries/review-status-badge";
import { useReviewNames } from "@/lib/queries/use-review-names";
import { BenchmarkBadge } from "@/components/entries/benchmark-badge";
import { defaultInstance } from "@/lib/domain/reviews/instances";
import { InstancePart } from "./instance-part";
import { InstancesSection } from "./instances-section";
import { SeriesBar } from "./series-bar";
import { SettingsSection } from "./settings-section";
import { type Tab as TabName, TABS, useReviewAddress } from "./use-review-address";

const CommandDialogs = dynamic(
  () => import("./command-dialogs").then(({ CommandDialogs }) => CommandDialogs),
  { ssr: false },
);

const TAB_WORD: Readonly<Record<TabName, string>> = {
  decisions: "Decisions",
  reviewers: "Reviewers",
  results: "Results applied?",
  instances: "Instances",
  settings: "Settings",
};

const useStyles = makeStyles({
  badges: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
  facts: { color: tokens.colorNeutralForeground2 },
  tabs: { flexShrink: 0, flexWrap: "wrap" },
});

interface ReviewBodyProps {
  readonly review: Review;
  readonly instances: readonly ReviewInstance[];
  readonly reading: boolean;
  readonly onRefresh: () => void;
}

const REVIEW_COMMANDS = [...SERIES_KINDS, ...INSTANCE_KINDS];

/** A page that says nothing else shows the decisions; where many instances run at once, those first. */
function usualTab(instances: readonly ReviewInstance[]): TabName {
  const running = instances.filter(({ status }) => phaseOf(status) === "running");
  return instances.length === 0 || running.length > 1 ? "instances" : "decisions";
}

/** A review that was read: its head, its commands, and its parts. */
export function ReviewBody({ review, instances, reading, onRefresh }: ReviewBodyProps) {
  const styles = useStyles();
  const router = useRouter();
  const { opening, begin, close } = useCommandInAddress(REVIEW_COMMANDS);
  const { tab: tabInAddress, instance: instanceId, change } = useReviewAddress();
  const tab = tabInAddress ?? usualTab(instances);
  const instance = instances.find(({ id }) => id === instanceId) ?? defaultInstance(instances);
  // Hundreds of names are read only where hundreds are shown.
  const wantsAll = tab === "instances" || opening?.about === "stop-review";
  const { scopes, reviewers } = useMemo(
    () => ({
      scopes: [
        review.scope,
        ...(wantsAll ? instances : instance === null ? [] : [instance]).map(({ scope }) => scope),
      ],
      reviewers: [
        ...review.reviewers,
        ...review.fallbackReviewers,
        ...review.stages.flatMap((stage) => [...stage.reviewers, ...stage.fallbackReviewers]),
      ],
    }),
    [review, instances, instance, wantsAll],
  );
  const nameOf = useReviewNames(scopes, reviewers);
  const asks =
    review.stages.length === 0
      ? review.reviewers
      : review.stages.flatMap((stage) => stage.reviewers);
  return (
    <>
      <PageHeader
        title={review.name}
        actions={
          <SeriesBar review={review} reading={reading} onRefresh={onRefresh} onAsk={begin} />
        }
      />
      <div className={styles.badges}>
        <StatusBadge status={review.status} />
        <BenchmarkBadge named result={compareWithBenchmarks(review).cis} />
        <Text className={styles.facts}>
          <PersonName
            name={[
              scopeWords(review.scope, nameOf),
              reviewersWords(asks, nameOf),
              recurrenceWords(review.settings.recurrence),
              consequenceWords(review.settings),
            ].join(" · ")}
          />
        </Text>
      </div>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          void change({ tab: TABS.find((each) => each === value) ?? null });
        }}
      >
        {TABS.map((each) => (
          <Tab key={each} value={each}>
            {each === "instances" ? `${TAB_WORD[each]} (${instances.length})` : TAB_WORD[each]}
          </Tab>
        ))}
      </TabList>
      <Column role="tabpanel" aria-label={TAB_WORD[tab]}>
        {tab === "instances" && (
          <InstancesSection
            instances={instances}
            nameOf={nameOf}
            openId={instance?.id ?? null}
            onOpen={(id) => void change({ instance: id, tab: "decisions" })}
          />
        )}
        {tab === "settings" && <SettingsSection review={review} nameOf={nameOf} />}
        {tab !== "instances" && tab !== "settings" && (
          <InstancePart
            review={review}
            instance={instance}
            nameOf={nameOf}
            tab={tab}
            onAsk={begin}
          />
        )}
      </Column>
      {opening !== null && (
        <CommandDialogs
          key={opening.key}
          open={opening.open}
          command={opening.about}
          review={review}
          instances={instances}
          instance={instance}
          nameOf={nameOf}
          onClose={close}
          onDeleted={() => {
            router.push("/reviews");
          }}
        />
      )}
    </>
  );
}
