"use client";

import { mintId } from "@/lib/services/mint-id";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { focusFirstError } from "@/components/form/focus-first-error";
import { NumberField } from "@/components/form/number-field";
import { TextField } from "@/components/form/text-field";
import { PolicyDiff } from "@/components/entries/policy-diff";
import { LIMIT_WORD } from "@/components/entries/policy-labels";
import { Notice } from "@/components/ui/notice";
import { sayToast } from "@/components/ui/toast";
import type { Policy } from "@/lib/domain/policy";
import { useSetPolicy } from "@/lib/queries/set-policy";
import { ChangedMeanwhile, isChangedMeanwhile } from "./changed-meanwhile";
import { type DraftErrors, judgeDraft, NO_NUMBER, type PolicyDraft } from "./policy-draft";
import { ProtectedAccounts } from "./protected-accounts";
import { usePolicyDraft } from "./use-policy-draft";
import { TitledCard } from "@/components/ui/titled-card";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  end: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const DAYS = [
  {
    field: "staleAfterDays",
    label: "Stale after",
    hint: "Without a successful sign-in for longer than this, a guest is stale.",
  },
  {
    field: "newGuestGraceDays",
    label: "Grace for new guests",
    hint: "New guests count as active for this many days, even if they have not signed in.",
  },
  {
    field: "pendingAfterDays",
    label: "Pending too long after",
    hint: "An invitation that is not redeemed for longer than this is overdue.",
  },
] as const;

/** Whether every number is one: what is no number yet is said at its field, not as a change. */
function isNumbers(draft: PolicyDraft): boolean {
  return !Object.values(draft).includes(NO_NUMBER);
}

function useForm(props: {
  readonly policy: Policy;
  readonly replaces: string | null;
  readonly protect: string;
  readonly mayChange: boolean;
}) {
  const {
    draft,
    edit: editDraft,
    replaces,
    changed,
    isRestored,
    discard,
    onSaved,
  } = usePolicyDraft(props);
  // Kept until it is recorded: pressing Save twice makes the same change once.
  const [id, setId] = useState(mintId);
  // Show no errors before the first try to save; afterwards validate while typing.
  const [tried, setTried] = useState(false);
  const judged = judgeDraft(draft);
  const errors: DraftErrors = tried && !judged.ok ? judged.errors : {};
  const change = useSetPolicy();

  const isRefused = change.isError && isChangedMeanwhile(change.error);
  // What was refused because the settings are others by now would be refused again.
  const canSave = changed && !change.isPending && !isRefused;

  const save = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A key in a field sends the form also where the button is switched off.
    if (!canSave) return;
    const form = event.currentTarget;
    setTried(true);
    if (!judged.ok) {
      focusFirstError(form);
      return;
    }
    change.mutate(
      { id, policy: judged.policy, replaces, reason: judged.reason },
      {
        onSuccess: () => {
          setId(mintId());
          onSaved(judged.policy);
          setTried(false);
          sayToast({ intent: "success", title: "Settings saved and recorded in the history" });
        },
      },
    );
  };
  const edit = (part: Partial<typeof draft>) => {
    editDraft(part);
    // Another content under the same id would be a conflict.
    setId(mintId());
    change.reset();
  };
  const giveUp = () => {
    discard();
    setId(mintId());
    setTried(false);
    change.reset();
  };
  return { draft, edit, errors, change, changed, canSave, save, isRestored, giveUp };
}

/** The tenant's thresholds and protected accounts; without `mayChange` only to look at. */
export function PolicyForm(props: {
  readonly policy: Policy;
  /** The entry that set this policy; null where nobody has set one. */
  readonly entryId: string | null;
  readonly mayChange: boolean;
  /** The account that a link asks to protect; empty where none does. */
  readonly protect: string;
}) {
  const styles = useStyles();
  const { mayChange, policy, entryId: replaces, protect } = props;
  const { draft, edit, errors, change, changed, canSave, save, isRestored, giveUp } = useForm({
    policy,
    replaces,
    protect,
    mayChange,
  });
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      {isRestored && (
        <Notice
          intent="warning"
          title="These changes are not saved yet"
          actions={<Button onClick={giveUp}>Discard changes</Button>}
        >
          This tab has held them since you left the page.
        </Notice>
      )}
      <TitledCard
        title="Thresholds"
        words="They decide the standing of every guest in this tenant."
      >
        {DAYS.map(({ field, label, hint }) => (
          <NumberField
            key={field}
            label={label}
            hint={hint}
            unit="days"
            value={draft[field]}
            whenInvalid={NO_NUMBER}
            error={errors[field]}
            onChange={
              mayChange
                ? (value) => {
                    edit({ [field]: value });
                  }
                : null
            }
          />
        ))}
      </TitledCard>
      <TitledCard
        title="Plans"
        words="Large plans are confirmed by typing a number, so that nobody changes many guests with one click."
      >
        <NumberField
          label={LIMIT_WORD.confirmAbove}
          hint="For plans with more operations than this. Not for Keep, which changes nothing, and not for reviewers’ decisions, which they can change. Applying a review counts as one operation, however many guests lose access."
          unit="operations"
          value={draft.confirmAbove}
          whenInvalid={NO_NUMBER}
          error={errors.confirmAbove}
          onChange={
            mayChange
              ? (confirmAbove) => {
                  edit({ confirmAbove });
                }
              : null
          }
        />
      </TitledCard>
      <TitledCard
        title="Protected accounts"
        words="Guestlist never blocks, removes or changes these accounts."
      >
        <ProtectedAccounts
          accounts={draft.protectedAccounts}
          onChange={
            mayChange
              ? (protectedAccounts) => {
                  edit({ protectedAccounts });
                }
              : null
          }
        />
      </TitledCard>
      {mayChange && (
        <TitledCard title="Save">
          {changed && isNumbers(draft) && <PolicyDiff before={policy} after={draft} />}
          <TextField
            label="Reason"
            required
            hint="Recorded in the history with your name and the change."
            multiline
            value={draft.reason}
            error={errors.reason}
            onChange={(reason) => {
              edit({ reason });
            }}
          />
          {change.isError &&
            (isChangedMeanwhile(change.error) ? (
              <ChangedMeanwhile draft={draft} onStartAgain={giveUp} />
            ) : (
              <ApiFailure error={change.error} notDone="The settings weren't changed." />
            ))}
          <div className={styles.end}>
            <Button appearance="primary" type="submit" disabledFocusable={!canSave}>
              {change.isPending ? "Saving…" : "Save settings"}
            </Button>
            {changed ? (
              <Button appearance="subtle" onClick={giveUp}>
                Discard changes
              </Button>
            ) : (
              <span className={styles.quiet}>No changes yet.</span>
            )}
          </div>
        </TitledCard>
      )}
    </form>
  );
}
