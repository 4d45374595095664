"use client";

import { counted } from "@/lib/domain/number-text";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";

/** Warns that outcomes are not in the history yet, before somebody signs out. */
export function SignOutDialog(props: {
  readonly unsent: number;
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}) {
  const { unsent, onStay, onSignOut } = props;
  const what = counted(unsent, "outcome is", "outcomes are");
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{what} not in the history yet</DialogTitle>
          <DialogContent>
            What was done is done; the history does not have it yet. It is kept in this browser and
            sent when you sign in here again.
          </DialogContent>
          <DialogActions>
            <Button onClick={onSignOut}>Sign out anyway</Button>
            <Button appearance="primary" onClick={onStay}>
              Stay signed in
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
