"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { sayToast } from "@/components/ui/toast";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { useSaveReviewTemplate } from "@/lib/queries/review-templates";
import type { OfferedTemplate } from "./template-choice";

const NAME_MAX = 120;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface TemplateDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Keeps a draft under a name for everybody of the organization. */
export function KeepTemplate(
  props: TemplateDialogProps & { readonly draft: ReviewDraft },
): ReactNode {
  const { draft, open, onClose } = props;
  const [name, setName] = useState(draft.name);
  const [tried, setTried] = useState(false);
  // Kept until it is recorded: pressing Save twice saves it once.
  const [ids] = useState(() => ({ id: crypto.randomUUID(), templateId: crypto.randomUUID() }));
  const [unfit, setUnfit] = useState(false);
  const save = useSaveReviewTemplate();
  const missing = name.trim() === "";
  const confirm = async () => {
    setTried(true);
    if (missing || save.isPending) return;
    // What may be kept is the server's to say; its schema is loaded only on saving.
    const { reviewDraftOnWire } = await import("@/lib/contract/review-draft");
    const fits = reviewDraftOnWire.safeParse(draft).success;
    setUnfit(!fits);
    if (!fits) return;
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
      <p>Everybody who may create reviews here finds it beside the product&apos;s own templates.</p>
      <Field
        label="Name of the template"
        required
        hint={`At most ${NAME_MAX} characters.`}
        {...(tried && missing && { validationMessage: "Give the template a name." })}
      >
        <Input
          value={name}
          maxLength={NAME_MAX}
          onChange={(_event, { value }) => {
            setName(value);
          }}
        />
      </Field>
      {unfit && (
        <Notice intent="error" title="The template was not saved">
          A number, a day or an application is missing in the steps. Correct it first; groups and
          people may be left open.
        </Notice>
      )}
      {save.isError && <ApiFailure error={save.error} notDone="The template was not saved." />}
    </TemplateDialog>
  );
}

/** Asks once more before a template is taken away. */
export function DropTemplate(props: TemplateDialogProps & { readonly template: OfferedTemplate }) {
  const { template, open, onClose } = props;
  const [id] = useState(() => crypto.randomUUID());
  const drop = useSaveReviewTemplate();
  return (
    <TemplateDialog
      title="Delete template"
      open={open}
      onClose={onClose}
      confirm={drop.isPending ? "Deleting…" : "Delete template"}
      onConfirm={() => {
        if (drop.isPending) return;
        drop.mutate(
          { id, templateId: template.id, name: template.name, draft: null },
          { onSuccess: onClose },
        );
      }}
    >
      <p>
        <PersonName name={template.name} /> is gone for everybody here. Reviews that were made from
        it stay as they are, and the history keeps what it was.
      </p>
      {drop.isError && <ApiFailure error={drop.error} notDone="The template is still there." />}
    </TemplateDialog>
  );
}

function TemplateDialog(
  props: TemplateDialogProps & {
    readonly title: string;
    readonly confirm: string;
    readonly onConfirm: () => void;
    readonly children: ReactNode;
  },
) {
  const styles = useStyles();
  return (
    <Dialog
      open={props.open}
      onOpenChange={(_event, { open }) => {
        if (!open) props.onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>{props.children}</DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>Cancel</Button>
            <Button appearance="primary" onClick={props.onConfirm}>
              {props.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
