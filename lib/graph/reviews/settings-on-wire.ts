import type { Recurrence, ReviewSettings } from "@/lib/domain/reviews/review";
import type { Days } from "@/lib/domain/time";
import "../jitless";
import { z } from "zod";

const typed = z.object({ "@odata.type": z.string().nullish() });

const recurrenceOnWire = z.object({
  pattern: z
    .object({
      type: z.string().nullish(),
      interval: z.number().nullish(),
      dayOfMonth: z.number().nullish(),
    })
    .nullish(),
  range: z
    .object({
      type: z.string().nullish(),
      startDate: z.string().nullish(),
      endDate: z.string().nullish(),
      numberOfOccurrences: z.number().nullish(),
    })
    .nullish(),
});

/** https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
export const settingsOnWire = z.object({
  mailNotificationsEnabled: z.boolean().nullish(),
  reminderNotificationsEnabled: z.boolean().nullish(),
  justificationRequiredOnApproval: z.boolean().nullish(),
  defaultDecisionEnabled: z.boolean().nullish(),
  defaultDecision: z.string().nullish(),
  autoApplyDecisionsEnabled: z.boolean().nullish(),
  applyActions: z.array(typed).nullish(),
  recommendationsEnabled: z.boolean().nullish(),
  recommendationLookBackDuration: z.string().nullish(),
  recommendationInsightSettings: z
    .array(typed.extend({ recommendationLookBackDuration: z.string().nullish() }))
    .nullish(),
  instanceDurationInDays: z.number().nullish(),
  recurrence: recurrenceOnWire.nullish(),
});

type SettingsOnWire = z.infer<typeof settingsOnWire>;

/** What happens when an instance ends, and when the next begins. */
export function settingsFromWire(settings: SettingsOnWire | null | undefined): ReviewSettings {
  const wire: SettingsOnWire = settings ?? {};
  return {
    mails: wire.mailNotificationsEnabled === true,
    reminders: wire.reminderNotificationsEnabled === true,
    justificationOnApproval: wire.justificationRequiredOnApproval === true,
    ifNobodyAnswers: wire.defaultDecisionEnabled === true ? defaultOf(wire.defaultDecision) : null,
    autoApply: wire.autoApplyDecisionsEnabled === true,
    applyAction: (wire.applyActions ?? []).some(isBlockThenDelete)
      ? "block-then-delete"
      : "remove-access",
    recommendations: wire.recommendationsEnabled === true,
    lookBackDays: lookBackOf(wire),
    durationDays: wire.instanceDurationInDays ?? 0,
    recurrence: recurrenceFromWire(wire.recurrence),
  };
}

/** Samples also say "None". */
function defaultOf(word: string | null | undefined): ReviewSettings["ifNobodyAnswers"] {
  const known = ["Deny", "Approve", "Recommendation"] as const;
  return known.find((each) => each.toLowerCase() === word?.toLowerCase()) ?? null;
}

/** https://learn.microsoft.com/graph/api/resources/disableanddeleteuserapplyaction */
function isBlockThenDelete({ "@odata.type": type }: z.infer<typeof typed>): boolean {
  return /disableAndDeleteUserApplyAction$/i.test(type ?? "");
}

function lookBackOf(wire: SettingsOnWire): Days | null {
  const insights = wire.recommendationInsightSettings ?? [];
  const durations = insights.map((insight) => insight.recommendationLookBackDuration);
  for (const duration of [...durations, wire.recommendationLookBackDuration]) {
    const days = daysOfDuration(duration);
    if (days !== null && days > 0) return days;
  }
  return null;
}

/** The days in "P30D" or "P4W"; null for what says no whole days. */
export function daysOfDuration(text: string | null | undefined): Days | null {
  const found = /^P(\d+)([DW])/i.exec(text ?? "");
  if (found === null) return null;
  return Number(found[1]) * (found[2]?.toUpperCase() === "W" ? 7 : 1);
}

/**
 * Only weeks and months are honoured; a review that happens once comes with no pattern.
 * https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings
 */
function recurrenceFromWire(wire: SettingsOnWire["recurrence"]): Recurrence | null {
  const every = unitOf(wire?.pattern?.type);
  if (every === null) return null;
  return {
    every,
    interval: wire?.pattern?.interval ?? 1,
    dayOfMonth: every === "month" ? (wire?.pattern?.dayOfMonth ?? null) : null,
    startDate: dayOf(wire?.range?.startDate),
    end: endOf(wire?.range),
  };
}

function unitOf(type: string | null | undefined): Recurrence["every"] | null {
  switch (type?.toLowerCase()) {
    case "weekly":
      return "week";
    case "absolutemonthly":
    case "relativemonthly":
      return "month";
    default:
      return null;
  }
}

/** Answers have dates, samples of requests instants. */
function dayOf(text: string | null | undefined): string {
  return (text ?? "").slice(0, 10);
}

/** A numbered range of no occurrences, and a last day in the year 9999, stand for no end. */
function endOf(range: z.infer<typeof recurrenceOnWire>["range"]): Recurrence["end"] {
  const occurrences = range?.numberOfOccurrences ?? 0;
  const type = range?.type?.toLowerCase();
  if (type === "numbered" && occurrences > 0) return { kind: "after", occurrences };
  const date = dayOf(range?.endDate);
  const ends = type === "enddate" || type === "numbered";
  if (ends && date !== "" && date < "9999" && !date.startsWith("0001")) return { kind: "on", date };
  return { kind: "never" };
}
