import { beforeEach, expect, test, vi } from "vitest";
import { forgetWords, keepWords, keptWords } from "@/components/reviews/detail/kept-words";
import { forgetDraft, keepDraft, keptDraft } from "./draft";
import { forgetUndo, keepUndo, keptUndo } from "./kept-undo";

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

const grace = { tenantId: "contoso", homeAccountId: "grace" };
const others = [
  { ...grace, homeAccountId: "ivan" },
  { ...grace, tenantId: "fabrikam" },
];

const undo = { planId: "p", reason: "Too early" };
const draft = { bar: "Act", kind: "block", ids: ["a"], reason: "Left" } as const;
const words = { reviewId: "r", reason: "Nobody answers", change: null };

test.each([
  [
    "an undo",
    keptUndo,
    () => {
      keepUndo(grace, undo);
    },
    forgetUndo,
    undo,
  ],
  [
    "a decision",
    (me: typeof grace) => keptDraft(me, "Act"),
    () => {
      keepDraft(grace, draft);
    },
    forgetDraft,
    draft,
  ],
  [
    "a command on a review",
    (me: typeof grace) => keptWords(me, "r"),
    () => {
      keepWords(grace, words);
    },
    forgetWords,
    words,
  ],
])(
  "What was written for %s is kept for that account of that tenant alone",
  (_what, kept, keep, forget, written) => {
    keep();
    for (const other of others) {
      expect(kept(other)).toBeNull();
      forget(other);
    }
    expect(kept(grace)).toEqual(written);
    forget(grace);
    expect(kept(grace)).toBeNull();
  },
);
