"use client";

import { Button } from "@fluentui/react-components";
import type { IdentityError } from "@/lib/identity/identity-error";
import { ErrorCard } from "@/components/ui/error-card";

interface Words {
  readonly happened: string;
  readonly tryThis: string;
}

function wordsFor(error: IdentityError): Words {
  switch (error.kind) {
    case "declined":
      return {
        happened: "The requested permission wasn't granted.",
        tryThis:
          "Continue without it, or try again. If it needs administrator consent, ask an administrator to open Guestlist and consent.",
      };
    case "not-assigned":
      return {
        happened: "You are not assigned to this app.",
        tryThis: "Ask an administrator to assign you to Guestlist under Enterprise applications.",
      };
    case "throttled":
      return {
        happened: "The sign-in service is busy.",
        tryThis: "Wait a minute, then sign in again.",
      };
    case "unreachable":
      return {
        happened: "The sign-in service did not answer.",
        tryThis: "Check your connection, then try again.",
      };
    case "insecure-page":
      return {
        happened: "Sign-in works only over https or on localhost.",
        tryThis: "Open Guestlist under its https address.",
      };
    case "misconfigured":
      return {
        happened: "The app registration in Microsoft Entra doesn't match this deployment.",
        tryThis:
          "Give the reference below to the person who set up Guestlist. The registration needs a change.",
      };
    case "failed":
      return {
        happened: "Sign-in failed.",
        tryThis: "Try again. If it keeps happening, quote the reference below.",
      };
  }
}

/** Why somebody could not sign in, or could not get a permission. */
export function SignInFailure(props: {
  readonly failure: IdentityError;
  /** Where the page goes on without it. */
  readonly onDismiss?: () => void;
}) {
  const words = wordsFor(props.failure);
  return (
    <ErrorCard
      happened={words.happened}
      notDone="Nothing was changed in your directory."
      tryThis={words.tryThis}
      reference={props.failure.code}
      actions={props.onDismiss !== undefined && <Button onClick={props.onDismiss}>Dismiss</Button>}
    />
  );
}
