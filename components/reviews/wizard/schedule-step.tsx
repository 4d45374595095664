"use client";

import { makeStyles, Select } from "@fluentui/react-components";
import { FREQUENCIES, type ReviewDraft } from "@/lib/domain/reviews/draft";
import { ChoiceField } from "./choice-field";
import { DateField } from "./date-field";
import { NumberField } from "./number-field";
import { STAGE_NAMES } from "./stage-fields";
import { fieldOf, type StepForm } from "./step-form";
import { WizardField } from "./wizard-field";
import { FREQUENCY_WORDS } from "./wizard-state";

type End = ReviewDraft["schedule"]["end"];

const ENDS = [
  { value: "never", name: "Never" },
  { value: "on", name: "On a day" },
  { value: "after", name: "After a number of times" },
] as const;

const useStyles = makeStyles({ often: { maxWidth: "16rem" } });

const TIMES_AT_FIRST = 4;

/** Third step: when it starts, how long it is open, how often it comes again and until when. */
export function ScheduleStep(props: StepForm) {
  const { draft, change } = props;
  const { schedule, stages } = draft;
  const styles = useStyles();
  return (
    <>
      <WizardField label="How often" {...fieldOf(props, "schedule.frequency")}>
        <Select
          className={styles.often}
          value={schedule.frequency}
          onChange={(_event, { value }) => {
            const frequency = FREQUENCIES.find((each) => each === value);
            if (frequency) change({ kind: "scheduled", schedule: { frequency } });
          }}
        >
          {FREQUENCIES.map((frequency) => (
            <option key={frequency} value={frequency}>
              {capital(FREQUENCY_WORDS[frequency])}
            </option>
          ))}
        </Select>
      </WizardField>
      <DateField
        label="Starts on"
        required
        value={schedule.startDate}
        {...fieldOf(props, "schedule.startDate")}
        onChange={(startDate) => {
          change({ kind: "scheduled", schedule: { startDate } });
        }}
      />
      {stages.map((stage, at) => (
        <NumberField
          key={at}
          label={stages.length > 1 ? `${STAGE_NAMES[at] ?? "Stage"} is open for` : "Open for"}
          {...(at === 0 && {
            hint: "Microsoft applies nothing before these days are over, even when all is decided.",
          })}
          required
          unit="days"
          value={stage.durationDays}
          {...fieldOf(props, `stages.${at}.durationDays`)}
          onChange={(durationDays) => {
            change({ kind: "staged", at, stage: { durationDays } });
          }}
        />
      ))}
      {schedule.frequency !== "once" && <EndFields {...props} />}
    </>
  );
}

function EndFields(props: StepForm) {
  const { change } = props;
  const { end, startDate } = props.draft.schedule;
  const endAs = (next: End) => {
    change({ kind: "scheduled", schedule: { end: next } });
  };
  return (
    <>
      <ChoiceField
        label="Ends"
        value={end.kind}
        choices={ENDS}
        {...fieldOf(props, "schedule.end.kind")}
        onChange={(kind) => {
          if (kind === "on") endAs({ kind, date: yearAfter(startDate) });
          else endAs(kind === "after" ? { kind, occurrences: TIMES_AT_FIRST } : { kind });
        }}
      />
      {end.kind === "on" && (
        <DateField
          label="Last day"
          required
          value={end.date}
          {...fieldOf(props, "schedule.end")}
          onChange={(date) => {
            endAs({ kind: "on", date });
          }}
        />
      )}
      {end.kind === "after" && (
        <NumberField
          label="Number of times"
          required
          unit="times"
          value={end.occurrences}
          {...fieldOf(props, "schedule.end")}
          onChange={(occurrences) => {
            endAs({ kind: "after", occurrences });
          }}
        />
      )}
    </>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The same day of the next year; nothing where there is no day yet. */
function yearAfter(day: string): string {
  const year = Number(day.slice(0, 4));
  return year > 0 ? `${year + 1}${day.slice(4)}` : "";
}
