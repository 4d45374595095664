"use client";

import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ProtectedAccount, ProtectedBecause } from "@/lib/domain/policy";
import { newAccountError } from "./policy-draft";

const BECAUSE_WORD: Readonly<Record<ProtectedBecause, string>> = {
  excluded: "Excluded from governance",
  "break-glass": "Break-glass account",
};

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
    props.onAdd({ id: id.trim().toLowerCase(), because });
    setId("");
  };
  return (
    <div className={styles.add}>
      <Field
        className={styles.idField}
        label="Object ID of an account"
        {...(error !== null && { validationMessage: error })}
      >
        <Input
          value={id}
          spellCheck={false}
          onChange={(_, { value }) => {
            setId(value);
            setError(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
      </Field>
      <Field label="Why it is protected">
        <Select
          value={because}
          onChange={(_, { value }) => {
            setBecause(value === "break-glass" ? value : "excluded");
          }}
        >
          <option value="excluded">{BECAUSE_WORD.excluded}</option>
          <option value="break-glass">{BECAUSE_WORD["break-glass"]}</option>
        </Select>
      </Field>
      <Button className={styles.addButton} icon={<AddRegular />} onClick={add}>
        Add
      </Button>
    </div>
  );
}

/** The accounts that no plan ever touches. */
export function ProtectedAccounts(props: {
  readonly accounts: readonly ProtectedAccount[];
  /** Null for who may only look. */
  readonly onChange: ((accounts: readonly ProtectedAccount[]) => void) | null;
}) {
  const styles = useStyles();
  const { accounts, onChange } = props;
  return (
    <>
      {accounts.length === 0 ? (
        <p className={styles.none}>No account is protected.</p>
      ) : (
        <ul className={styles.list} aria-label="Protected accounts">
          {accounts.map((account) => (
            <li key={account.id} className={styles.item}>
              <code className={styles.id}>{account.id}</code>
              <span className={styles.because}>{BECAUSE_WORD[account.because]}</span>
              {onChange !== null && (
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={`Take ${account.id} off the list`}
                  onClick={() => {
                    onChange(accounts.filter((other) => other.id !== account.id));
                  }}
                />
              )}
            </li>
          ))}
        </ul>
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
