"use client";

import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import {
  countsOf,
  historyOf,
  isInHistory,
  labelsIn,
  summaryOf,
  titleOfRun,
  undoWords,
} from "@/components/plan/end-of-run";
import { timeLeftWords } from "@/components/plan/duration";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { UndoDialog } from "@/components/plan/undo-dialog";
import { AppLink } from "@/components/ui/app-link";
import { useOpenings } from "@/components/ui/use-openings";
import { dismissTabRun, stopTabRun, type TabRun, useTabRuns } from "@/lib/commands/tab-runs";
import { numberText } from "@/lib/domain/number-text";
import { isGuestOperation } from "@/lib/domain/operation";
import { kindsOf } from "@/lib/domain/plan";
import { GUESTS_BAR } from "@/lib/services/draft-names";
import { guestPlanDraftStorage } from "@/lib/services/tab-drafts";
import { useServices } from "@/lib/services/services";

const useStyles = makeStyles({
  tray: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    flexShrink: 0,
    // Below a short page it stays at the bottom.
    marginTop: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  run: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  words: { flex: "1 1 12rem", minWidth: 0, overflowWrap: "anywhere" },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

type About =
  | { readonly kind: "run"; readonly run: TabRun }
  | { readonly kind: "undo"; readonly planId: string };

/** The runs of this tab that no dialog shows: how far they are, stopping them, and what can be done about their end. */
export function RunTray() {
  const styles = useStyles();
  const { me } = useServices();
  const { opening, begin, close } = useOpenings<About>();
  /** What is tried again opens on the list of guests after the way to the consent page. */
  const keepDraft = (run: TabRun, reason: string, left?: readonly string[]) => {
    const ids = left ?? run.plan.operations.flatMap(({ operation }) => operation.guestId ?? []);
    const [kind] = kindsOf(run.plan);
    // Deleted guests have a list of their own.
    if (kind === undefined || !isGuestOperation(kind) || kind === "restore") return;
    guestPlanDraftStorage.save(me, { bar: GUESTS_BAR, kind, ids, reason });
  };
  const runs = useTabRuns().filter(
    ({ accountId, place }) => accountId === me.homeAccountId && place === "tray",
  );
  const run = opening?.about.kind === "run" ? opening.about.run : null;
  return (
    <>
      {runs.length > 0 && (
        <section aria-label="Plans carried out" className={styles.tray}>
          {runs.map((each) => (
            <RunInTray
              key={each.plan.id}
              run={each}
              onOpen={() => {
                begin({ kind: "run", run: each });
              }}
              onUndo={() => {
                begin({ kind: "undo", planId: each.plan.id });
              }}
            />
          ))}
        </section>
      )}
      {opening !== null && run !== null && (
        <PlanDialog
          key={opening.key}
          open={opening.open}
          title={run.title}
          danger={run.danger}
          shows={run.plan}
          {...(run.undoes !== null && { undoes: run.undoes })}
          plan={() => null}
          onLeave={(reason, left) => {
            keepDraft(run, reason, left);
          }}
          onClose={close}
        >
          {null}
        </PlanDialog>
      )}
      {opening?.about.kind === "undo" && (
        <UndoDialog
          key={opening.key}
          open={opening.open}
          planId={opening.about.planId}
          onClose={close}
        />
      )}
    </>
  );
}

/** One run in a line. */
function RunInTray(props: {
  readonly run: TabRun;
  readonly onOpen: () => void;
  readonly onUndo: () => void;
}) {
  const { run, onOpen, onUndo } = props;
  const styles = useStyles();
  const { plan, snapshot, isStopping } = run;
  const { result } = snapshot;
  return (
    <div className={styles.run}>
      <Text className={styles.words} {...(result !== null && { role: "status" })}>
        {result === null ? underWayWords(run) : endWords(run, result)}
      </Text>
      <div className={styles.actions}>
        <Button size="small" onClick={onOpen}>
          Details
        </Button>
        {result === null ? (
          <Button
            size="small"
            disabledFocusable={isStopping}
            onClick={() => {
              stopTabRun(plan.id);
            }}
          >
            {isStopping ? "Stopping …" : "Stop"}
          </Button>
        ) : (
          <>
            {undoWords(plan, result) !== null && (
              <Button size="small" onClick={onUndo}>
                {undoWords(plan, result)}
              </Button>
            )}
            {isInHistory(result) && <AppLink href={historyOf(plan)}>Show in the history</AppLink>}
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label="Dismiss"
              onClick={() => {
                dismissTabRun(plan.id);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** "Blocking 4 of 6, about 2 minutes left". */
function underWayWords({ plan, snapshot }: TabRun): string {
  const doing = labelsIn(plan)?.doing ?? "Carrying out";
  const { finished, total } = snapshot;
  const timeLeft = timeLeftWords(snapshot);
  const share = `${doing} ${numberText(finished)} of ${numberText(total)}`;
  return timeLeft === null ? share : `${share}, ${timeLeft}`;
}

/** "4 blocked · 2 not sent"; of one guest alone what became of them. */
function endWords(
  { title, plan }: TabRun,
  result: NonNullable<TabRun["snapshot"]["result"]>,
): string {
  const counts = countsOf(plan, result);
  return plan.operations.length === 1 || counts.length === 0
    ? titleOfRun(title, plan, result)
    : summaryOf(counts);
}
