import { Spinner } from "@fluentui/react-components";
import { GraphFailureCard } from "./graph-failure-card";

interface ReadingOrFailureProps {
  /** A reading whose answer is not there, or is not all of it. */
  readonly query: {
    readonly isFetching: boolean;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  /** Beside the spinner. */
  readonly label: string;
  /** What was to be read, in small letters. */
  readonly what: string;
  /** What could not be done or said without it. */
  readonly notDone: string;
  readonly scopes: readonly string[];
}

/** Stands where something is shown once all of it is read: that it is being read, or that it could not be. */
export function ReadingOrFailure({ query, label, ...reading }: ReadingOrFailureProps) {
  const { isFetching, error, refetch } = query;
  if (isFetching) return <Spinner size="tiny" label={label} />;
  return (
    <GraphFailureCard
      {...reading}
      error={error ?? new Error("It was not read to the end.")}
      onRetry={() => void refetch()}
    />
  );
}
