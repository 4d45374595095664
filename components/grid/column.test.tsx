import { describe, expect, test } from "vitest";
import { deletedColumns } from "@/components/guests/deleted-columns";
import { GUEST_COLUMNS, PENDING_COLUMNS } from "@/components/guests/guest-columns";
import {
  groupColumns,
  guestColumns,
  PARTNER_COLUMNS,
} from "@/components/reviews/coverage/coverage-columns";
import { ITEM_COLUMNS } from "@/components/reviews/detail/item-columns";
import { REVIEW_COLUMNS } from "@/components/reviews/list/review-columns";
import { itemColumns } from "@/components/reviews/mine/item-columns";
import { SELECT_WIDTH, template } from "./column";

/** 320 pixels without the page's padding. */
const NARROWEST = 288;

const leastWidth = (css: string) =>
  [...css.matchAll(/minmax\((\d+)px/g)].reduce((sum, [, width]) => sum + Number(width), 0);

interface Columns {
  readonly list: string;
  readonly columns: readonly {
    readonly id: string;
    readonly width: number;
    readonly grow?: number;
  }[];
  readonly onAPhone: readonly string[];
  readonly before?: number;
}

const noNames = () => "";
const nobody = () => ({ kind: "elsewhere" }) as const;

describe("On the narrowest screen", () => {
  test.each<Columns>([
    {
      list: "Guests",
      columns: GUEST_COLUMNS,
      onAPhone: ["name", "standing"],
      before: SELECT_WIDTH,
    },
    {
      list: "Invitations",
      columns: PENDING_COLUMNS,
      onAPhone: ["name", "age"],
      before: SELECT_WIDTH,
    },
    {
      list: "Deleted guests",
      columns: deletedColumns(nobody, 0),
      onAPhone: ["name", "gone"],
      before: SELECT_WIDTH,
    },
    { list: "Reviews", columns: REVIEW_COLUMNS, onAPhone: ["name", "status", "guests"] },
    { list: "Decisions", columns: ITEM_COLUMNS, onAPhone: ["guest", "decision"] },
    {
      list: "My reviews",
      columns: itemColumns({ lookBackDays: 30 }),
      onAPhone: ["guest", "decision"],
      before: SELECT_WIDTH,
    },
    { list: "Coverage by guest", columns: guestColumns(noNames), onAPhone: ["name", "state"] },
    {
      list: "Coverage by partner",
      columns: PARTNER_COLUMNS,
      onAPhone: ["partner", "guests", "none"],
    },
    { list: "Coverage by group", columns: groupColumns(noNames), onAPhone: ["name", "state"] },
  ])("$list do not scroll sideways", ({ columns, onAPhone, before = 0 }) => {
    const shown = columns.filter(({ id }) => onAPhone.includes(id));
    expect(shown).toHaveLength(onAPhone.length);
    expect(before + leastWidth(template(shown, before))).toBeLessThanOrEqual(NARROWEST);
  });

  test("columns that were chosen and do not fit keep their widths", () => {
    const chosen = [
      { width: 140, grow: 2 },
      { width: 160, grow: 2 },
      { width: 125 },
      { width: 120 },
    ];
    expect(template(chosen)).toBe(
      "minmax(140px, 2fr) minmax(160px, 2fr) minmax(125px, 1fr) minmax(120px, 1fr)",
    );
  });
});
