"use client";

import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import { numberText } from "@/lib/domain/number-text";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState } from "react";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import type { GridColumn } from "@/components/grid/column";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { useSelection } from "@/components/grid/use-selection";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { useOpenings } from "@/components/ui/use-openings";
import { useNarrow } from "@/components/ui/use-narrow";
import { useInnerGroups } from "@/lib/queries/inner-groups";
import { CommandButton } from "@/components/ui/command-button";
import { applyResultWord } from "@/components/entries/review-item-labels";
import { RemoveMembersDialog } from "./remove-members-dialog";
import {
  type MembershipRemoval,
  membershipRemovalsOf,
  nestedMembers,
} from "@/lib/domain/reviews/membership-removals";
import { remedyFor, type ResultLine } from "@/lib/domain/reviews/access-results";

type Left = ResultLine & { readonly notApplied: NonNullable<ResultLine["notApplied"]> };

const REMEDY_WORD = {
  apply: "Apply the decisions",
  wait: "Wait",
  "leave-group": "Take out of the group",
  "leave-inner-groups": "Take out of the inner group",
  account: "Block or remove the guest",
} as const;

const COLUMNS: readonly GridColumn<Left>[] = [
  {
    id: "guest",
    label: "Guest",
    width: 150,
    grow: 1.5,
    show: ({ item }) => (
      <PersonName name={item.principal.displayName} fallback={item.principal.id} />
    ),
  },
  {
    id: "resource",
    label: "Access to",
    width: 150,
    grow: 1.5,
    show: ({ item }) => (
      <PersonName
        name={item.resource?.displayName ?? null}
        fallback={item.resource?.id ?? "Not provided"}
      />
    ),
  },
  {
    id: "why",
    label: "Why not applied",
    width: 240,
    grow: 3,
    show: ({ notApplied }) => NOT_APPLIED_WORD[notApplied],
  },
  {
    id: "result",
    label: "Apply result",
    width: 120,
    show: ({ item }) => applyResultWord(item.applyResult),
  },
  {
    id: "remedy",
    label: "What to do",
    width: 200,
    show: ({ notApplied }) => REMEDY_WORD[remedyFor(notApplied)],
  },
];

const HIDDEN_ON_A_PHONE = ["resource", "result", "remedy"];
const NONE: readonly string[] = [];
const OFFERS = ["block", "remove"] as const;

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const isLeft = (line: ResultLine): line is Left => line.notApplied !== null;
const rowId = ({ item }: Left) => item.id;
const rowLabel = ({ item }: Left) => item.principal.displayName ?? item.principal.id;

interface NotAppliedSectionProps {
  readonly lines: readonly ResultLine[];
  readonly onApply: () => void;
  /** Something was done about it: the directory has to be looked at again. */
  readonly onDone: () => void;
}

/** Who was denied and has the access still, why, and the plans that would end it. */
export function NotAppliedSection({ lines, onApply, onDone }: NotAppliedSectionProps) {
  const styles = useStyles();
  const narrow = useNarrow();
  const mayNot = useMayExecute();
  const left = useMemo(() => lines.filter(isLeft), [lines]);
  const everybody = useCallback(() => Promise.resolve(left.map(rowId)), [left]);
  const { ids, selection, clear } = useSelection(left.length, everybody);
  const chosen = useMemo(() => left.filter((line) => ids.has(rowId(line))), [left, ids]);
  const inner = useInnerGroups(useMemo(() => nestedMembers(chosen), [chosen]));
  const removals = useMemo(() => membershipRemovalsOf(chosen, inner.data), [chosen, inner.data]);
  const guestIds = useMemo(() => new Set(chosen.map(({ item }) => item.principal.id)), [chosen]);
  const { opening, begin, close } = useOpenings<readonly MembershipRemoval[]>();
  // It stays when the last one is taken out: the outcome is still to be read.
  const [hadSome, setHadSome] = useState(left.length > 0);
  if (left.length > 0 && !hadSome) setHadSome(true);
  if (!hadSome) return null;
  const canApply = left.some(({ notApplied }) => remedyFor(notApplied) === "apply");
  return (
    <>
      <h3 className={styles.title}>Not applied</h3>
      {canApply && (
        <Notice intent="info" actions={<Button onClick={onApply}>Apply decisions</Button>}>
          This review doesn&apos;t auto-apply: guests keep access until somebody applies the
          decisions.
        </Notice>
      )}
      <div className={styles.bar}>
        <div role="toolbar" aria-label="Remove from groups">
          <CommandButton
            whyNot={whyNotRemove(chosen, removals, inner.isFetching) ?? mayNot("remove-member")}
            onClick={() => {
              begin(removals);
            }}
          >
            {removals.length > 0
              ? `Remove from groups (${numberText(removals.length)})`
              : "Remove from groups"}
          </CommandButton>
        </div>
        <GuestCommandBar
          label="Act on the accounts"
          ids={guestIds}
          offers={OFFERS}
          onClear={clear}
          onDone={onDone}
        />
      </div>
      {left.length === 0 ? (
        <Text>Nothing is left to apply.</Text>
      ) : (
        <VirtualGrid
          label="Not applied"
          columns={COLUMNS}
          hiddenColumns={narrow ? HIDDEN_ON_A_PHONE : NONE}
          count={left.length}
          rowAt={(index) => left[index]}
          rowId={rowId}
          rowLabel={rowLabel}
          selection={selection}
        />
      )}
      {opening !== null && (
        <RemoveMembersDialog
          key={opening.key}
          open={opening.open}
          removals={opening.about}
          onClose={(ran) => {
            close();
            if (!ran) return;
            clear();
            onDone();
          }}
        />
      )}
    </>
  );
}

function whyNotRemove(
  chosen: readonly ResultLine[],
  removals: readonly MembershipRemoval[],
  reading: boolean,
): string | null {
  if (chosen.length === 0) return "Select the guests to take out.";
  if (removals.length > 0) return null;
  return reading
    ? "Reading which inner group each guest is in."
    : "No selected guest can be taken out of the group: the list says why.";
}
