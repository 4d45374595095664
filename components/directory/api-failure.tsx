"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import { useServices } from "@/lib/services/services";
import { useSettings } from "@/lib/services/settings-context";

const TRY: Readonly<Record<ApiErrorKind, string>> = {
  invalid: "This is an error in Guestlist. Quote the message above when you report it.",
  unauthenticated: "Sign in again.",
  forbidden: "Ask an administrator for the required role.",
  conflict: "Reload the page to see what is recorded.",
  unavailable: "Try again in a moment.",
  "too-large": "Select fewer and try again.",
  "too-many": "Try again then.",
  "no-answer": "Check your connection, then try again.",
  "sign-in-needed": "Sign in again. You come back to this page.",
  malformed: "Reload the page. A new version may have been installed.",
};

function happened(error: Error): string {
  if (!(error instanceof ApiError)) return "Something went wrong on this page.";
  switch (error.kind) {
    case "no-answer":
      return "Guestlist's server did not answer.";
    case "sign-in-needed":
    case "unauthenticated":
      return "Your sign-in has ended.";
    case "malformed":
      return "This page can't read the answer of Guestlist's server.";
    case "invalid":
    case "forbidden":
    case "conflict":
    case "unavailable":
    case "too-large":
    case "too-many":
      return error.message;
  }
}

/** Why our own API did not do it, what was not done, and the way on. */
export function ApiFailure(props: {
  readonly error: Error;
  readonly notDone: string;
  readonly onRetry?: () => void;
}) {
  const { ask } = useServices();
  const { apiScope } = useSettings();
  const { error, onRetry } = props;
  const kind = error instanceof ApiError ? error.kind : null;
  const signedOut = kind === "sign-in-needed" || kind === "unauthenticated";
  return (
    <ErrorCard
      happened={happened(error)}
      notDone={props.notDone}
      tryThis={kind === null ? "Reload the page." : TRY[kind]}
      actions={
        signedOut ? (
          <Button
            appearance="primary"
            onClick={() => {
              ask([apiScope]);
            }}
          >
            Sign in again
          </Button>
        ) : (
          onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>
        )
      }
    />
  );
}
