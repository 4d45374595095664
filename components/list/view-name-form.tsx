"use client";

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { SavedView } from "@/lib/contract/list-preferences";
import { nameProblem } from "./view-rules";

interface ViewNameFormProps {
  readonly title: string;
  readonly hint: string;
  readonly views: readonly SavedView[];
  /** The name that it has already; null for a new view. */
  readonly current: string | null;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a view, in a dialog. */
export function ViewNameForm(props: ViewNameFormProps) {
  const { title, hint, views, current, onSave, onCancel } = props;
  const [name, setName] = useState(current ?? "");
  const [isTried, setTried] = useState(false);
  const problem = nameProblem(views, name, current);
  const inputId = useId();
  useEffect(() => {
    // In the place of a list of views, no dialog opens that would take the focus.
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement)) return;
    input.focus();
    input.select();
  }, [inputId]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) onSave(name.trim());
      }}
    >
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <Field
            label="Name"
            required
            hint={hint}
            {...(isTried && problem !== null && { validationMessage: problem })}
          >
            <Input
              id={inputId}
              value={name}
              onChange={(_event, { value }) => {
                setName(value);
              }}
            />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>Cancel</Button>
          <Button appearance="primary" type="submit">
            Save
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
