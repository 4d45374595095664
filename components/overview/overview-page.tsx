"use client";

import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { SignInsBanner } from "@/components/directory/sign-ins-banner";
import { PageHeader } from "@/components/ui/page-header";
import { useOverview, useProgress } from "@/lib/inventory/use-inventory";
import { StatCards } from "./stat-cards";

const Charts = dynamic(() => import("./charts").then(({ Charts }) => Charts), {
  ssr: false,
  loading: () => <Waiting label="Drawing the charts" />,
});

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
  return (
    <div className={styles.page}>
      <PageHeader title="Overview">The state of this tenant&apos;s guests today.</PageHeader>
      <ReadingProgress progress={progress} />
      <SignInsBanner progress={progress} />
      {overview ? <StatCards overview={overview} /> : <Waiting label="Counting guests" />}
      {overview && overview.guests > 0 && <Charts overview={overview} />}
    </div>
  );
}
