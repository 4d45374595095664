"use client";

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { HorizontalBarChartWithAxis, VerticalBarChart } from "@fluentui/react-charts";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Bar, Overview } from "@/lib/inventory/inventory";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))",
    gap: tokens.spacingHorizontalL,
  },
  figure: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    overflow: "hidden",
  },
  caption: { display: "flex", flexDirection: "column", marginBottom: tokens.spacingVerticalS },
  hint: { color: tokens.colorNeutralForeground2 },
});

const HEIGHT = 260;
/** Room for the names of partners, in CSS pixels. */
const NAMES = 165;
/** Letters of a name that have room there; the callout has all of it. */
const NAME_LENGTH = 24;

/** The width a chart may take; charts need it in numbers. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { box, width };
}

interface FigureProps {
  readonly title: string;
  readonly hint: string;
  readonly children: (width: number) => ReactNode;
}

function Figure({ title, hint, children }: FigureProps) {
  const styles = useStyles();
  const { box, width } = useWidth();
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <Text weight="semibold">{title}</Text>
        <Text size={200} className={styles.hint}>
          {hint}
        </Text>
      </figcaption>
      <div ref={box}>{width > 0 && children(width)}</div>
    </figure>
  );
}

/** Longer bounds than these would run into their neighbours: the upper one is the next bar's. */
const short = (label: string) => (label.length > 5 ? label.replace(/–\d+$/, "+") : label);

const bars = (from: readonly Bar[], color: string) =>
  from.map(({ label, count }) => ({
    x: short(label),
    y: count,
    color,
    legend: label,
    callOutAccessibilityData: { ariaLabel: `${label}: ${String(count)} guests` },
  }));

interface DistributionProps {
  readonly title: string;
  readonly hint: string;
  readonly data: readonly Bar[];
  readonly color: string;
}

function Distribution({ title, hint, data, color }: DistributionProps) {
  return (
    <Figure title={title} hint={hint}>
      {(width) => (
        <VerticalBarChart
          data={bars(data, color)}
          width={width}
          height={HEIGHT}
          hideLegend
          useSingleColor
          colors={[color]}
          barWidth="auto"
          maxBarWidth={48}
          hideTickOverlap={false}
          xAxisInnerPadding={0.4}
        />
      )}
    </Figure>
  );
}

function Partners({ partners }: Pick<Overview, "partners">) {
  const data = partners.slice(0, 8).flatMap(({ partner, guests, stale }) => {
    const y = partner === "" ? "unknown" : partner;
    return [
      {
        y,
        x: stale,
        legend: "Stale or never signed in",
        color: tokens.colorPaletteMarigoldBackground3,
      },
      { y, x: guests - stale, legend: "All others", color: tokens.colorBrandBackground },
    ];
  });
  return (
    <Figure title="Largest partners" hint="How many guests, and how many of them are stale">
      {(width) => (
        <HorizontalBarChartWithAxis
          data={data.reverse()}
          width={width}
          height={HEIGHT + 40}
          barHeight={14}
          margins={{ left: NAMES, right: 20, top: 10, bottom: 35 }}
          showYAxisLablesTooltip
          noOfCharsToTruncate={NAME_LENGTH}
          hideLabels
        />
      )}
    </Figure>
  );
}

/** The distributions behind the numbers. */
export function Charts({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      <Distribution
        title="Time since the last successful sign-in"
        hint="Guests whose sign-ins are known, by days"
        data={overview.idle}
        color={tokens.colorBrandBackground}
      />
      <Distribution
        title="Age of pending invitations"
        hint="Guests who have not accepted, by days"
        data={overview.pendingAge}
        color={tokens.colorPaletteMarigoldBackground3}
      />
      <Partners partners={overview.partners} />
    </div>
  );
}
