import { Badge } from "@fluentui/react-components";
import { numberText } from "@/lib/domain/number-text";
import type { GridColumn } from "@/components/grid/column";
import { StandingBadge } from "@/components/directory/standing-badge";
import { STANDING_WORD } from "@/components/directory/guest-labels";
import { PersonName } from "@/components/ui/person-name";
import type { CoverageState, GroupCoverage } from "@/lib/domain/reviews/coverage";
import { willItApply } from "@/lib/domain/reviews/will-it-apply";
import { groupDetail } from "@/components/directory/group-labels";
import type { CoverageRow, PartnerRow } from "./coverage-lists";

const STATE_WORD: Readonly<Record<CoverageState, string>> = {
  covered: "Covered",
  "if-inactive": "Only when inactive",
  planned: "Not started",
  none: "Not covered",
};

const COLOR = {
  covered: "success",
  "if-inactive": "warning",
  planned: "warning",
  none: "danger",
} as const;

type Names = (reviewId: string) => string;

const namesOf = (ids: readonly string[], nameOf: Names) => ids.map(nameOf).join(", ");

function reachWords({ state, reachable }: CoverageRow): string {
  if (state !== "none") return "";
  if (reachable === null) return "Not read";
  return reachable ? "Yes" : "No: in no group, application or role";
}

const STATE_COLUMN: GridColumn<{ readonly state: CoverageState }> = {
  id: "state",
  label: "Coverage",
  width: 150,
  sortable: true,
  // The colour only repeats the word.
  show: ({ state }) => (
    <Badge appearance="tint" color={COLOR[state]} shape="rounded">
      {STATE_WORD[state]}
    </Badge>
  ),
  text: ({ state }) => STATE_WORD[state],
};

function reviewsColumn(nameOf: Names): GridColumn<{ readonly reviewIds: readonly string[] }> {
  return {
    id: "reviews",
    label: "Reviews",
    width: 190,
    grow: 2,
    show: ({ reviewIds }) => <PersonName name={namesOf(reviewIds, nameOf)} fallback="None" />,
    text: ({ reviewIds }) => namesOf(reviewIds, nameOf),
  };
}

/** What the map shows of a guest. */
export function guestColumns(nameOf: Names): readonly GridColumn<CoverageRow>[] {
  return [
    {
      id: "name",
      label: "Name",
      width: 170,
      grow: 1.5,
      sortable: true,
      show: ({ row }) => <PersonName name={row.guest.displayName} />,
      text: ({ row }) => row.guest.displayName,
    },
    STATE_COLUMN,
    reviewsColumn(nameOf),
    {
      id: "partner",
      label: "Partner",
      width: 140,
      sortable: true,
      show: ({ row }) => <PersonName name={row.guest.partner} fallback="Unknown" />,
      text: ({ row }) => row.guest.partner,
    },
    {
      id: "standing",
      label: "Standing",
      width: 130,
      sortable: true,
      show: ({ row }) => <StandingBadge standing={row.standing.kind} />,
      text: ({ row }) => STANDING_WORD[row.standing.kind],
    },
    {
      id: "reach",
      label: "Reviewable",
      width: 250,
      grow: 1.5,
      show: reachWords,
      text: reachWords,
    },
  ];
}

/** What the map shows of a partner. */
export const PARTNER_COLUMNS: readonly GridColumn<PartnerRow>[] = [
  {
    id: "partner",
    label: "Partner",
    width: 200,
    grow: 2,
    sortable: true,
    show: ({ partner }) => <PersonName name={partner} fallback="(no domain)" />,
    text: ({ partner }) => partner,
  },
  countColumn("guests", "Guests"),
  countColumn("none", "Not covered"),
  countColumn("planned", "Not started"),
  countColumn("ifInactive", "Only when inactive"),
  countColumn("covered", "Covered"),
];

function countColumn(
  id: "guests" | "none" | "planned" | "ifInactive" | "covered",
  label: string,
): GridColumn<PartnerRow> {
  return {
    id,
    label,
    width: 110,
    sortable: true,
    show: (row) => numberText(row[id]),
    text: (row) => String(row[id]),
  };
}

/** What the map shows of a group. */
export function groupColumns(nameOf: Names): readonly GridColumn<GroupCoverage>[] {
  return [
    {
      id: "name",
      label: "Group",
      width: 190,
      grow: 1.5,
      sortable: true,
      show: ({ group }) => <PersonName name={group.displayName} />,
      text: ({ group }) => group.displayName,
    },
    STATE_COLUMN,
    {
      id: "guests",
      label: "Guests",
      width: 80,
      sortable: true,
      show: ({ guests }) => numberText(guests),
      text: ({ guests }) => String(guests),
    },
    reviewsColumn(nameOf),
    {
      id: "kind",
      label: "Kind",
      width: 190,
      show: ({ group }) => groupDetail(group),
      text: ({ group }) => groupDetail(group),
    },
    {
      id: "applies",
      label: "Deny applies",
      width: 120,
      show: ({ group }) => (willItApply(group).applies ? "Yes" : "No"),
      text: ({ group }) => willItApply(group).says,
    },
  ];
}
