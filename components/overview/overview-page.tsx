"use client";

import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { GuestsReadAt } from "@/components/directory/read-at";
import { readParts } from "@/components/directory/read-parts";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { SignInsBanner } from "@/components/directory/sign-ins-banner";
import { PageHeader } from "@/components/ui/page-header";
import { useOverview, useProgress } from "@/lib/inventory/use-inventory";
import { StatCards } from "./stat-cards";

const Distributions = dynamic(
  () => import("./distributions").then(({ Distributions }) => Distributions),
  { ssr: false, loading: () => <Waiting label="Drawing the bars" /> },
);

// It reads reviews and the history, whose parsers are heavy.
const WaitingForYou = dynamic(
  () => import("./waiting-for-you").then(({ WaitingForYou }) => WaitingForYou),
  { ssr: false },
);
const UnresolvedBanner = dynamic(
  () => import("@/components/entries/unresolved-banner").then((module) => module.UnresolvedBanner),
  { ssr: false },
);

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  waiting: { height: "96px" },
});

function Waiting({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label}>
      <SkeletonItem className={styles.waiting} />
    </Skeleton>
  );
}

/** How the tenant's guests stand today: numbers, and what is behind them. */
export function OverviewPage() {
  const styles = useStyles();
  const overview = useOverview();
  const progress = useProgress();
  const read = readParts(progress);
  return (
    <div className={styles.page}>
      <PageHeader title="Overview" actions={<GuestsReadAt />}>
        The state of this tenant&apos;s guests today.
      </PageHeader>
      <UnresolvedBanner />
      <ReadingProgress progress={progress} />
      <SignInsBanner progress={progress} />
      <WaitingForYou overdue={overview !== null && read.directory ? overview.overdue : null} />
      {overview ? (
        <StatCards overview={overview} progress={progress} />
      ) : (
        <Waiting label="Counting guests" />
      )}
      {overview && overview.guests > 0 && (
        <Distributions
          overview={overview}
          directoryRead={read.directory}
          signInsRead={read.signIns}
        />
      )}
    </div>
  );
}
