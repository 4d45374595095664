"use client";

import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { AccountName, nameOfAccount } from "@/components/directory/account-name";
import { AccountPicker } from "@/components/directory/account-picker";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { BECAUSE_WORD } from "@/components/entries/policy-labels";
import type { ProtectedAccount, ProtectedBecause } from "@/lib/domain/policy";
import { useAccountNames } from "@/lib/queries/accounts";
import { newAccountError } from "./policy-draft";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  id: { flex: "1 1 16rem", overflowWrap: "anywhere" },
  because: { flex: "0 1 12rem", color: tokens.colorNeutralForeground2 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  add: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
  idField: { flex: "1 1 18rem" },
  addButton: { marginTop: "26px" },
});

function BecauseSelect(props: {
  readonly label: string;
  readonly value: ProtectedBecause;
  readonly onChange: (because: ProtectedBecause) => void;
}) {
  return (
    <Select
      aria-label={props.label}
      value={props.value}
      onChange={(_, { value }) => {
        props.onChange(value === "break-glass" ? value : "excluded");
      }}
    >
      <option value="excluded">{BECAUSE_WORD.excluded}</option>
      <option value="break-glass">{BECAUSE_WORD["break-glass"]}</option>
    </Select>
  );
}

function NewAccount(props: {
  readonly present: readonly ProtectedAccount[];
  readonly onAdd: (account: ProtectedAccount) => void;
}) {
  const styles = useStyles();
  const [id, setId] = useState("");
  const [because, setBecause] = useState<ProtectedBecause>("excluded");
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const found = newAccountError(id, props.present);
    setError(found);
    if (found !== null) return;
    props.onAdd({ id: id.toLowerCase(), because });
    setId("");
  };
  return (
    <div className={styles.add}>
      <div className={styles.idField}>
        <AccountPicker
          label="Account to protect"
          selectedId={id}
          onChange={(chosen) => {
            setId(chosen);
            setError(null);
          }}
          {...(error !== null && { error })}
        />
      </div>
      <Field label="Why it is protected">
        <BecauseSelect label="Why it is protected" value={because} onChange={setBecause} />
      </Field>
      <Button className={styles.addButton} icon={<AddRegular />} onClick={add}>
        Add
      </Button>
    </div>
  );
}

/** The accounts that no plan ever touches, each by its name. */
export function ProtectedAccounts(props: {
  readonly accounts: readonly ProtectedAccount[];
  /** Null for who may only look. */
  readonly onChange: ((accounts: readonly ProtectedAccount[]) => void) | null;
}) {
  const styles = useStyles();
  const { accounts, onChange } = props;
  const names = useAccountNames(useMemo(() => accounts.map(({ id }) => id), [accounts]));
  return (
    <>
      {accounts.length === 0 ? (
        <p className={styles.none}>
          No account is listed. Guests who hold a directory role are left alone in any case.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Protected accounts">
          {accounts.map((account) => {
            const { id, because } = account;
            const known = names.data?.get(id);
            const name = nameOfAccount(id, known);
            return (
              <li key={id} className={styles.item}>
                <span className={styles.id}>
                  <AccountName id={id} account={known} />
                </span>
                {onChange === null ? (
                  <span className={styles.because}>{BECAUSE_WORD[because]}</span>
                ) : (
                  <>
                    <BecauseSelect
                      label={`Why ${name} is protected`}
                      value={because}
                      onChange={(chosen) => {
                        onChange(
                          accounts.map((other) =>
                            other.id === id ? { id, because: chosen } : other,
                          ),
                        );
                      }}
                    />
                    <Button
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={`Take ${name} off the list`}
                      onClick={() => {
                        onChange(accounts.filter((other) => other.id !== id));
                      }}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {names.isError && accounts.length > 0 && (
        <GraphFailureCard
          error={names.error}
          what="the names of the accounts"
          notDone="The list has object IDs only."
          scopes={[USER_READ_ALL]}
          onRetry={() => void names.refetch()}
        />
      )}
      {onChange !== null && (
        <NewAccount
          present={accounts}
          onAdd={(account) => {
            onChange([...accounts, account]);
          }}
        />
      )}
    </>
  );
}
