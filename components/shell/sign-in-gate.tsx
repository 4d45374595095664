"use client";

import { Button, makeStyles } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { IdentityError } from "@/lib/identity/identity-error";
import { Bare } from "./bare";
import { SignInFailure } from "./sign-in-failure";
import { useSettings } from "@/lib/services/settings-context";

const useStyles = makeStyles({
  words: { margin: 0 },
  button: { alignSelf: "flex-start" },
});

/** What somebody sees who is not signed in; before the script has loaded, the same with a waiting button. */
export function SignInGate(props: {
  readonly failure: IdentityError | null;
  /** Null while it is not known yet whether somebody is signed in. */
  readonly onSignIn: (() => void) | null;
}) {
  const styles = useStyles();
  const { simulated } = useSettings();
  const { onSignIn } = props;
  return (
    <Bare title="Govern your guests">
      <p className={styles.words}>
        Guestlist shows who the external people in your Microsoft Entra tenant are and which of them
        are stale, pending or ungoverned. It acts on them with your own rights, and keeps a history
        of every decision.
      </p>
      {simulated && (
        <Notice intent="info" title="Simulated tenant">
          Sign-in, directory and guests are played by a simulator on this machine. Nothing reaches
          Microsoft.
        </Notice>
      )}
      {props.failure !== null && <SignInFailure failure={props.failure} />}
      <Button
        className={styles.button}
        appearance="primary"
        size="large"
        disabledFocusable={onSignIn === null}
        onClick={() => onSignIn?.()}
      >
        {onSignIn === null ? "Checking who you are…" : "Sign in"}
      </Button>
      <noscript>Guestlist reads the directory in your browser, so it needs JavaScript.</noscript>
    </Bare>
  );
}
