"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { mintId } from "@/lib/services/mint-id";
import { Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import { useOpenings } from "@/components/ui/use-openings";
import { type SaveTemplateMutation, TemplateDialog } from "./template-dialog";
import { type TemplateOption, TemplateList } from "./template-list";

/** A template that somebody of this organization saved. */
export interface SavedTemplate {
  readonly templateId: string;
  readonly name: string;
  readonly savedBy: { readonly displayName: string | null };
}

interface SavedTemplatesProps<Draft> {
  readonly templates: {
    readonly data: readonly SavedTemplate[] | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly useSave: () => SaveTemplateMutation<Draft>;
  readonly onChoose: (id: string) => void;
}

/** The templates that people of this organization saved, to be chosen or deleted. */
export function SavedTemplates<Draft>(props: SavedTemplatesProps<Draft>) {
  const { templates, onChoose } = props;
  const mayDelete = useMayRecord() === null;
  const { opening, begin, close } = useOpenings<TemplateOption>();
  if (templates.error !== null) {
    return (
      <ApiFailure
        error={templates.error}
        notDone="Your organization's own templates are not shown."
        onRetry={() => void templates.refetch()}
      />
    );
  }
  if (templates.data === undefined) {
    return <Spinner size="small" label="Reading your organization's templates" />;
  }
  return (
    <>
      {templates.data.length > 0 && (
        <TemplateList
          title="Saved in this organization"
          templates={templates.data.map(({ templateId, name, savedBy }) => ({
            id: templateId,
            name,
            says: `Saved by ${plainText(savedBy.displayName ?? "") || "an unknown person"}`,
          }))}
          onChoose={onChoose}
          {...(mayDelete && { onDelete: begin })}
        />
      )}
      {opening !== null && (
        <DeleteTemplateDialog
          key={opening.key}
          open={opening.open}
          template={opening.about}
          useSave={props.useSave}
          onClose={close}
        />
      )}
    </>
  );
}

function DeleteTemplateDialog<Draft>(props: {
  readonly open: boolean;
  readonly template: TemplateOption;
  readonly useSave: () => SaveTemplateMutation<Draft>;
  readonly onClose: () => void;
}) {
  const { template, open, useSave, onClose } = props;
  const [id] = useState(mintId);
  const save = useSave();
  return (
    <TemplateDialog
      title="Delete template"
      open={open}
      onClose={onClose}
      confirm={save.isPending ? "Deleting…" : "Delete template"}
      onConfirm={() => {
        if (save.isPending) return;
        save.mutate(
          { id, templateId: template.id, name: template.name, draft: null },
          { onSuccess: onClose },
        );
      }}
    >
      <p>
        <PersonName name={template.name} /> is deleted for everyone in your organization. What was
        created from it stays as it is, and the history keeps the template.
      </p>
      {save.error !== null && (
        <ApiFailure error={save.error} notDone="The template was not deleted." />
      )}
    </TemplateDialog>
  );
}
