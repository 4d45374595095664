"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { mintId } from "@/lib/services/mint-id";
import { useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { TextField } from "@/components/form/text-field";
import { CommandButton } from "@/components/ui/command-button";
import { Notice } from "@/components/ui/notice";
import { sayToast } from "@/components/ui/toast";
import { useOpenings } from "@/components/ui/use-openings";
import { type SaveTemplateMutation, TemplateDialog } from "./template-dialog";

const NAME_MAX = 120;

interface SaveTemplateProps<Draft> {
  readonly draft: Draft;
  /** The name that is offered for the template. */
  readonly name: string;
  readonly useSave: () => SaveTemplateMutation<Draft>;
  /** Whether the server would take the draft; its schema is loaded only on saving. */
  readonly isComplete: (draft: Draft) => Promise<boolean>;
  /** What to complete where it would not. */
  readonly incomplete: string;
}

/** Offers to save a draft as a template of the organization. */
export function SaveTemplate<Draft>(props: SaveTemplateProps<Draft>) {
  const { opening, begin, close } = useOpenings<null>();
  const whyNot = useMayRecord();
  return (
    <>
      <CommandButton
        size="medium"
        appearance="subtle"
        belowForm
        whyNot={whyNot}
        onClick={() => {
          begin(null);
        }}
      >
        Save as template
      </CommandButton>
      {opening !== null && (
        <SaveTemplateDialog key={opening.key} open={opening.open} {...props} onClose={close} />
      )}
    </>
  );
}

function SaveTemplateDialog<Draft>(
  props: SaveTemplateProps<Draft> & { readonly open: boolean; readonly onClose: () => void },
) {
  const { draft, useSave, open, onClose } = props;
  const [name, setName] = useState(props.name);
  const [tried, setTried] = useState(false);
  // The same until it is recorded: pressing Save twice saves it once.
  const [ids] = useState(() => ({ id: mintId(), templateId: mintId() }));
  const [isIncomplete, setIncomplete] = useState(false);
  const save = useSave();
  const isUnnamed = name.trim() === "";
  const confirm = async () => {
    setTried(true);
    if (isUnnamed || save.isPending) return;
    const isComplete = await props.isComplete(draft);
    setIncomplete(!isComplete);
    if (!isComplete) return;
    save.mutate(
      { ...ids, name: name.trim(), draft },
      {
        onSuccess: () => {
          sayToast({ intent: "success", title: "Template saved and recorded in the history" });
          onClose();
        },
      },
    );
  };
  return (
    <TemplateDialog
      title="Save as template"
      open={open}
      onClose={onClose}
      confirm={save.isPending ? "Saving…" : "Save template"}
      onConfirm={() => void confirm()}
    >
      <p>
        Everyone in your organization who uses this wizard sees it next to the built-in templates.
      </p>
      <TextField
        label="Name of the template"
        required
        hint={`At most ${NAME_MAX} characters.`}
        maxLength={NAME_MAX}
        value={name}
        error={tried && isUnnamed ? "Give the template a name." : undefined}
        onChange={setName}
      />
      {isIncomplete && (
        <Notice intent="error" title="The template was not saved">
          {props.incomplete}
        </Notice>
      )}
      {save.error !== null && (
        <ApiFailure error={save.error} notDone="The template was not saved." />
      )}
    </TemplateDialog>
  );
}
