"use client";

import { mintId } from "@/lib/services/mint-id";
import {
  Button,
  Field,
  Input,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { useState } from "react";
import { ReasonField, reasonProblem } from "@/components/plan/reason-field";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { TitledCard } from "@/components/ui/titled-card";
import { ApiError } from "@/lib/contract/api-error";
import type { ErasurePreview } from "@/lib/contract/erasures";
import { isGuid } from "@/lib/domain/guid";
import { cardsAndTexts } from "@/lib/domain/integrity-sentences";
import { useErasePerson, useErasurePreview } from "@/lib/queries/erasures";
import { useServices } from "@/lib/services/services";
import { ConfirmErasure } from "./confirm-erasure";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
});

const NOT_ONESELF = "You can't erase yourself. Ask another administrator.";

function problemOf(person: string, myId: string): string | null {
  if (!isGuid(person)) return "An object ID is a GUID. You find it in the guest's panel.";
  return person === myId.toLowerCase() ? NOT_ONESELF : null;
}

/** What the server has against this person; null where it failed otherwise. */
function refusalOf(error: Error | null): string | null {
  return error instanceof ApiError && error.field === "personId" ? error.message : null;
}

/** Whether the server may have done it all the same: its answer was lost. */
function mayBeDone(error: Error): boolean {
  return !(error instanceof ApiError) || ["no-answer", "malformed"].includes(error.kind);
}

function WouldGo({ preview }: { readonly preview: ErasurePreview }) {
  if (preview.cards + preview.texts === 0) {
    return (
      <Notice intent="info">
        Guestlist stores nothing about this person, so there is nothing to erase.
      </Notice>
    );
  }
  return (
    <Notice intent="info" title={`${cardsAndTexts(preview)} will be erased`}>
      {preview.displayName === null ? (
        "Their name isn't known."
      ) : (
        <>
          Last known as <PersonName name={preview.displayName} />.
        </>
      )}{" "}
      A name record is a name and a mail address at one time; a text is what a reviewer wrote.
    </Notice>
  );
}

/** Looks what is kept of a person, asks for the reason, and erases. */
export function ErasePersonForm({ linked }: { readonly linked: string }) {
  const styles = useStyles();
  const [personId, setPersonId] = useState(linked);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  // Kept until it is done: sent twice, it is done once.
  const [id, setId] = useState(mintId);
  const { me } = useServices();
  const getsFocusBack = useRestoreFocusTarget();
  const preview = useErasurePreview();
  const erase = useErasePerson();
  const person = personId.trim().toLowerCase();
  const found = preview.data;
  const canErase = found !== undefined && found.cards + found.texts > 0;

  const edit = (value: string) => {
    setPersonId(value);
    // A reason is for one person.
    setReason("");
    setTried(false);
    setId(mintId());
    setProblem(null);
    preview.reset();
    erase.reset();
  };
  const look = () => {
    const found = problemOf(person, me.userId);
    setProblem(found);
    erase.reset();
    if (found === null) preview.mutate(person);
  };
  const confirm = () => {
    erase.mutate(
      { id, personId: person, reason: reason.trim() },
      {
        onSuccess: () => {
          setId(mintId());
          setReason("");
          setTried(false);
          preview.reset();
        },
        onError: (error) => {
          // What the preview said of the person does not hold.
          setProblem(refusalOf(error));
          if (refusalOf(error) !== null) preview.reset();
        },
        onSettled: () => {
          setIsAsking(false);
        },
      },
    );
  };
  return (
    <TitledCard title="Person">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (person !== "") look();
        }}
      >
        <Field
          label="Object ID of the person"
          hint="The object ID of the guest or colleague in Microsoft Entra or in the history."
          {...(problem !== null && { validationMessage: problem })}
        >
          <Input
            value={personId}
            onChange={(_, { value }) => {
              edit(value);
            }}
          />
        </Field>
        <div className={styles.row}>
          <Button type="submit" disabledFocusable={preview.isPending || person === ""}>
            {preview.isPending ? "Reading…" : "Preview"}
          </Button>
        </div>
      </form>
      {preview.isError && <ApiFailure error={preview.error} notDone="Nothing was erased." />}
      {found !== undefined && <WouldGo preview={found} />}
      {canErase && (
        <>
          <ReasonField
            reason={reason}
            onChange={(value) => {
              setReason(value);
              setId(mintId());
            }}
            tried={tried}
          />
          <div className={styles.row}>
            <Button
              {...getsFocusBack}
              appearance="primary"
              disabledFocusable={erase.isPending}
              onClick={() => {
                setTried(true);
                if (reasonProblem(reason) === null) setIsAsking(true);
              }}
            >
              Erase {cardsAndTexts(found)}
            </Button>
          </div>
        </>
      )}
      {erase.isError && refusalOf(erase.error) === null && (
        <ApiFailure
          error={erase.error}
          notDone={
            mayBeDone(erase.error)
              ? "It isn't known whether anything was erased. You can safely erase again."
              : "Nothing was erased."
          }
        />
      )}
      {erase.isSuccess && (
        <Notice intent="success" title={`${cardsAndTexts(erase.data)} were erased`}>
          The history shows the object ID from now on. Entry {erase.data.seq} records it.
        </Notice>
      )}
      {found !== undefined && (
        <ConfirmErasure
          open={isAsking}
          counts={cardsAndTexts(found)}
          name={found.displayName}
          personId={person}
          reason={reason.trim()}
          isPending={erase.isPending}
          onCancel={() => {
            setIsAsking(false);
          }}
          onConfirm={confirm}
        />
      )}
    </TitledCard>
  );
}
