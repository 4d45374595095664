"use client";

import { ChoiceField } from "@/components/form/choice-field";
import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { FREQUENCIES, type ReviewDraft } from "@/lib/domain/reviews/draft";
import { FREQUENCY_WORDS } from "@/lib/domain/reviews/draft-sentences";
import { STAGE_NAMES } from "./stage-fields";
import type { StepForm } from "./step-form";

type End = ReviewDraft["schedule"]["end"];

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const HOW_OFTEN = FREQUENCIES.map((value) => ({ value, label: capital(FREQUENCY_WORDS[value]) }));

const ENDS = [
  { value: "never", label: "Never" },
  { value: "on", label: "On a day" },
  { value: "after", label: "After a number of times" },
] as const;

const TIMES_AT_FIRST = 4;

/** Third step: when it starts, how long it is open, how often it comes again and until when. */
export function ScheduleStep(props: StepForm) {
  const { draft, edit, field } = props;
  const { schedule, stages } = draft;
  return (
    <>
      <SelectField
        label="How often"
        value={schedule.frequency}
        options={HOW_OFTEN}
        {...field("schedule.frequency")}
        onChange={(frequency) => {
          edit({ kind: "set-schedule", schedule: { frequency } });
        }}
      />
      <DateField
        label="Starts on"
        required
        value={schedule.startDate}
        {...field("schedule.startDate")}
        onChange={(startDate) => {
          edit({ kind: "set-schedule", schedule: { startDate } });
        }}
      />
      {stages.map((stage, at) => (
        <NumberField
          key={at}
          label={stages.length > 1 ? `${STAGE_NAMES[at] ?? "Stage"} is open for` : "Open for"}
          {...(at === 0 && {
            hint: "Microsoft applies the results only after this time, even if everything is decided earlier.",
          })}
          required
          unit="days"
          value={stage.durationDays}
          {...field(`stages.${at}.durationDays`)}
          onChange={(durationDays) => {
            edit({ kind: "set-stage", at, stage: { durationDays } });
          }}
        />
      ))}
      {schedule.frequency !== "once" && <EndFields {...props} />}
    </>
  );
}

function EndFields({ draft, edit, field }: StepForm) {
  const { end, startDate } = draft.schedule;
  const set = (next: End) => {
    edit({ kind: "set-schedule", schedule: { end: next } });
  };
  return (
    <>
      <ChoiceField
        label="Ends"
        value={end.kind}
        options={ENDS}
        {...field("schedule.end.kind")}
        onChange={(kind) => {
          if (kind === "on") set({ kind, date: yearAfter(startDate) });
          else set(kind === "after" ? { kind, occurrences: TIMES_AT_FIRST } : { kind });
        }}
      />
      {end.kind === "on" && (
        <DateField
          label="Last day"
          required
          value={end.date}
          {...field("schedule.end")}
          onChange={(date) => {
            set({ kind: "on", date });
          }}
        />
      )}
      {end.kind === "after" && (
        <NumberField
          label="Number of times"
          required
          unit="times"
          value={end.occurrences}
          {...field("schedule.end")}
          onChange={(occurrences) => {
            set({ kind: "after", occurrences });
          }}
        />
      )}
    </>
  );
}

/** The same day of the next year; nothing where there is no day yet. */
function yearAfter(day: string): string {
  const year = Number(day.slice(0, 4));
  return year > 0 ? `${year + 1}${day.slice(4)}` : "";
}
