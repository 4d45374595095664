"use client";

import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import {
  type HistoryFilters,
  isFiltered,
  KIND_CHOICES,
  KIND_GROUPS,
  NO_FILTERS,
  RESULT_CHOICES,
} from "./history-filters";
import { ENTRY_WORD, RESULT_WORD } from "@/components/entries/entry-labels";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalM,
  },
  field: {
    minWidth: "9.5rem",
    maxWidth: "16rem",
    "@media (max-width: 480px)": { flex: "1 1 9rem" },
  },
  // As wide as its field: by itself it would be as wide as its longest option.
  choice: { minWidth: 0, width: "100%" },
});

/** A filter that came by a link and can only be taken away. */
function Chip(props: { readonly onRemove: () => void; readonly children: ReactNode }) {
  return (
    <Button icon={<DismissRegular />} iconPosition="after" onClick={props.onRemove}>
      {props.children}
    </Button>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly T[];
  readonly onChange: (value: T | null) => void;
  /** An option for each choice. */
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <Field label={props.label} className={styles.field}>
      <Select
        select={{ className: styles.choice }}
        value={props.value ?? ""}
        onChange={(_, { value }) => {
          props.onChange(props.choices.find((choice) => choice === value) ?? null);
        }}
      >
        <option value="">Any</option>
        {props.children}
      </Select>
    </Field>
  );
}

function Day(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const styles = useStyles();
  return (
    <Field label={props.label} className={styles.field}>
      <Input
        type="date"
        value={props.value ?? ""}
        onChange={(_, { value }) => {
          props.onChange(value === "" ? null : value);
        }}
      />
    </Field>
  );
}

const CHIP_WORD = {
  guest: "One guest only",
  actor: "One person's only",
  plan: "One plan only",
  subject: "One review or group only",
} as const;

/** What narrows the history down; guest, person, plan and review or group come from links and can only be taken away. */
export function HistoryFilterBar(props: {
  readonly filters: HistoryFilters;
  readonly onChange: (change: Partial<HistoryFilters>) => void;
  /** The search, beside which the filters stand. */
  readonly search?: ReactNode;
  /** What else says which rows there are. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { filters, onChange } = props;
  return (
    <div className={styles.bar} role="search" aria-label="Filter the history">
      {props.search}
      <Choice
        label="Operation"
        value={filters.kind}
        choices={KIND_CHOICES}
        onChange={(kind) => {
          onChange({ kind });
        }}
      >
        {KIND_GROUPS.map(({ name, kinds }) => (
          <optgroup key={name} label={name}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {ENTRY_WORD[kind]}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
      <Choice
        label="Outcome"
        value={filters.result === "unknown" ? "unresolved" : filters.result}
        choices={RESULT_CHOICES}
        onChange={(result) => {
          onChange({ result });
        }}
      >
        {RESULT_CHOICES.map((result) => (
          <option key={result} value={result}>
            {RESULT_WORD[result]}
          </option>
        ))}
      </Choice>
      <Day
        label="From"
        value={filters.from}
        onChange={(from) => {
          onChange({ from });
        }}
      />
      <Day
        label="To"
        value={filters.to}
        onChange={(to) => {
          onChange({ to });
        }}
      />
      {(["guest", "actor", "plan", "subject"] as const)
        .filter((key) => filters[key] !== null)
        .map((key) => (
          <Chip
            key={key}
            onRemove={() => {
              onChange({ [key]: null });
            }}
          >
            {CHIP_WORD[key]}
          </Chip>
        ))}
      {isFiltered(filters) && (
        <Button
          appearance="subtle"
          onClick={() => {
            onChange(NO_FILTERS);
          }}
        >
          Clear all
        </Button>
      )}
      {props.children}
    </div>
  );
}
