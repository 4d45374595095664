"use client";

import { Button } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { numberText } from "@/lib/domain/number-text";
import type { HistoryRequest } from "@/lib/contract/history";
import { useServices } from "@/lib/services/services";

/** Time for the last page of entries to be drawn. */
const DRAWN_MILLISECONDS = 100;

/** Prints the list once all of it is read; of a list that cannot be read to its end nothing is printed. */
export function PrintButton(props: {
  readonly disabled: boolean;
  /** Reads all that is left; whether that succeeded. */
  readonly readAll: () => Promise<boolean>;
}) {
  const [isReading, setIsReading] = useState(false);
  const print = async () => {
    setIsReading(true);
    const isRead = await props.readAll();
    setIsReading(false);
    if (!isRead) return;
    await new Promise((resolve) => setTimeout(resolve, DRAWN_MILLISECONDS));
    window.print();
  };
  return (
    <Button
      icon={<PrintRegular />}
      disabled={props.disabled}
      disabledFocusable={isReading}
      onClick={() => void print()}
    >
      {isReading ? "Reading all entries…" : "Print"}
    </Button>
  );
}

/** On paper alone: by whom and when it was printed, how much it is, and of which filters. */
export function PrintNote(props: {
  readonly rows: number;
  /** Whether there is more than what is printed. */
  readonly hasMore: boolean;
  readonly request: HistoryRequest;
}) {
  const { me, now } = useServices();
  const [at] = useState(now);
  const filters = Object.entries(props.request).map(([name, value]) => `${name} ${String(value)}`);
  return (
    <p data-print-only>
      {`Rows: ${numberText(props.rows)}, ${props.hasMore ? "not all that match" : "all that match"}. Read by `}
      <PersonName name={me.name} /> in tenant {me.tenantId} from <Moment at={at} as="full" /> on.{" "}
      {filters.length === 0 ? "No filters." : `Filters: ${filters.join(", ")}.`}
    </p>
  );
}
