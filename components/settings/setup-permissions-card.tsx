"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { Notice } from "@/components/ui/notice";
import { TitledCard } from "@/components/ui/titled-card";
import { permissionWords } from "@/lib/operations/permission-words";
import { useOrganizationGrants, useOwnConsents } from "@/lib/queries/setup";
import { useServices } from "@/lib/services/services";
import { useSettings } from "@/lib/services/settings-context";
import { PermissionsLink } from "./permissions-link";
import { SETUP_SCOPES, TO_ACT, TO_SEE } from "./setup-permissions";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: "start",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
  },
  state: { width: "9rem", "@media (max-width: 480px)": { width: "6.5rem" } },
  grant: { display: "block", marginTop: tokens.spacingVerticalXS },
  use: { display: "block", color: tokens.colorNeutralForeground2 },
  steps: { margin: 0, lineHeight: tokens.lineHeightBase400 },
});

interface Granted {
  /** Null where it could not be read. */
  readonly organization: ReadonlySet<string> | null;
  readonly own: ReadonlySet<string>;
}

function grantWord({ organization, own }: Granted, scope: string): string {
  if (organization?.has(scope) === true) return "For everybody";
  if (own.has(scope)) return organization === null ? "For you at least" : "For you only";
  return organization === null ? "Not for you" : "Not granted";
}

function purposeOf(scope: string): string {
  const words = permissionWords([scope]);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Permissions(props: {
  readonly title: string;
  readonly scopes: readonly string[];
  readonly granted: Granted | null;
}) {
  const styles = useStyles();
  const { ask } = useServices();
  return (
    <table className={styles.table} aria-label={props.title}>
      <thead>
        <tr>
          <th className={styles.cell}>{props.title}</th>
          <th className={`${styles.cell} ${styles.state}`}>Granted</th>
        </tr>
      </thead>
      <tbody>
        {props.scopes.map((scope) => (
          <tr key={scope}>
            <td className={styles.cell}>
              {purposeOf(scope)}
              <code className={styles.use}>{scope}</code>
            </td>
            <td className={styles.cell}>
              {props.granted === null ? "Reading …" : grantWord(props.granted, scope)}
              {props.granted !== null && !props.granted.own.has(scope) && (
                <Button
                  size="small"
                  className={styles.grant}
                  aria-label={`Grant ${scope}`}
                  onClick={() => {
                    ask([scope]);
                  }}
                >
                  Grant
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The permissions that Guestlist uses, for whom each is granted, and the click that grants the others. */
export function SetupPermissions() {
  const styles = useStyles();
  const { ask } = useServices();
  const { simulated, cloud, clientId } = useSettings();
  const organization = useOrganizationGrants();
  const own = useOwnConsents(SETUP_SCOPES);
  const granted =
    own.data === undefined || organization.data === undefined
      ? null
      : { own: own.data, organization: organization.data };
  const missing = granted === null ? [] : SETUP_SCOPES.filter((scope) => !granted.own.has(scope));
  return (
    <TitledCard
      title="Permissions"
      words="Guestlist acts as the person who is signed in. Granted for everybody, nobody meets a page that asks for an administrator’s approval."
    >
      {granted?.organization === null && (
        <Notice intent="info">
          What is granted for the whole organization could not be read, so this shows only what you
          can use yourself.
        </Notice>
      )}
      {(own.isError || organization.isError) && (
        <ErrorCard
          happened="Which permissions are granted could not be read."
          notDone="The list below does not say it."
          actions={
            <Button
              onClick={() => {
                void own.refetch();
                void organization.refetch();
              }}
            >
              Try again
            </Button>
          }
        />
      )}
      <Permissions title="To see" scopes={TO_SEE} granted={granted} />
      <Permissions title="To act" scopes={TO_ACT} granted={granted} />
      <p className={styles.steps}>
        To grant one or all of them: press a button as a Global Administrator, Cloud Application
        Administrator or Privileged Role Administrator, and on Microsoft’s page choose{" "}
        <strong>Consent on behalf of your organization</strong>.
      </p>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={missing.length === 0}
          onClick={() => {
            ask(missing);
          }}
        >
          {granted !== null && missing.length === 0
            ? "You have all permissions"
            : "Grant all missing permissions"}
        </Button>
      </div>
      {!simulated && cloud === "global" && (
        <p className={styles.steps}>
          What you granted for yourself only is granted for everybody by{" "}
          <strong>Grant admin consent</strong> on the page <PermissionsLink clientId={clientId} />.
        </p>
      )}
    </TitledCard>
  );
}
