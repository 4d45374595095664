"use client";

import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { TitledCard } from "@/components/ui/titled-card";
import { ApiError } from "@/lib/contract/api-error";
import { CHECKPOINT_MAX } from "@/lib/contract/integrity";
import { useCheck } from "@/lib/queries/integrity";
import { CheckVerdict } from "./check-verdict";

const useStyles = makeStyles({
  note: { fontFamily: tokens.fontFamilyMonospace },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
});

/** Why a checkpoint was not taken; null where something else failed. */
function refusalOf(error: Error | null): string | null {
  return error instanceof ApiError && error.field === "checkpoint" ? error.message : null;
}

/** Reads the whole history on the server and says whether it is whole. */
export function CheckSection() {
  const styles = useStyles();
  const check = useCheck();
  const [checkpoint, setCheckpoint] = useState("");
  const fileInput = useRef<HTMLInputElement>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const refusal = fileProblem ?? refusalOf(check.error);
  const change = (text: string) => {
    setCheckpoint(text);
    setFileProblem(null);
    check.reset();
  };
  const take = async (file: File) => {
    try {
      if (file.size > CHECKPOINT_MAX) setFileProblem(`${file.name} is too large for a checkpoint.`);
      else change(await file.text());
    } catch {
      setFileProblem(`${file.name} could not be read. Choose it again.`);
    }
  };
  return (
    <TitledCard
      title="Check"
      words="Every entry is read from the first one: that it says what its hash covers, that none is missing, moved or edited, and that names are the ones recorded at the time. A large history takes a minute."
    >
      <Field
        label="A checkpoint that you kept (optional)"
        hint="Only what was kept elsewhere shows that the last entries were cut off, or that everything was written anew."
        {...(refusal !== null && { validationMessage: refusal })}
      >
        <Textarea
          className={styles.note}
          rows={4}
          resize="vertical"
          value={checkpoint}
          onChange={(_, { value }) => {
            change(value);
          }}
        />
      </Field>
      <div>
        <Button
          size="small"
          icon={<ArrowUploadRegular />}
          onClick={() => {
            fileInput.current?.click();
          }}
        >
          Choose its file…
        </Button>
        <input
          ref={fileInput}
          aria-label="File of a checkpoint"
          hidden
          type="file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void take(file);
            // The same file can be chosen again.
            event.target.value = "";
          }}
        />
      </div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={check.isPending}
          onClick={() => {
            // A file that could not be taken is not left out without a word.
            if (fileProblem === null) check.mutate(checkpoint.trim() === "" ? null : checkpoint);
          }}
        >
          {check.isPending ? "Checking…" : "Check now"}
        </Button>
      </div>
      {check.isError && refusal === null && (
        <ApiFailure error={check.error} notDone="The history was not checked." />
      )}
      {check.isSuccess && <CheckVerdict found={check.data} />}
    </TitledCard>
  );
}
