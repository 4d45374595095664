"use client";

import { makeStyles, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { StatCard } from "@/components/ui/stat-card";
import type { Stat } from "./stats";

const useStyles = makeStyles({ waiting: { display: "block", width: "3rem" } });

/** One number that leads to the guests it counts; a bar in its place while nothing is known. */
export function NumberCard({ label, value, detail, href }: Stat) {
  const styles = useStyles();
  const waiting = (
    <Skeleton as="span" aria-hidden="true" className={styles.waiting}>
      <SkeletonItem as="span" size={32} />
    </Skeleton>
  );
  return <StatCard href={href} label={label} value={value ?? waiting} detail={detail} />;
}
