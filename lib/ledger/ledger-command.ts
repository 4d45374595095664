import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError } from "@/lib/config/config-error";
import { databaseOf } from "@/lib/config/settings";
import { isGuid } from "@/lib/domain/guid";
import { type Database, openDatabase } from "./database";
import type { ChainFault } from "./hash-chain";
import { LedgerError } from "./ledger-error";
import { type LedgerFault, type VerifiedLedger, verifyLedger } from "./verify-ledger";

const USAGE = `npm run ledger -- verify [--tenant ID]

Checks the history of a tenant (ENTRA_TENANT_ID unless --tenant names one) in the database that DATABASE_URL or
DATA_DIR names. An embedded database can be checked while Guestlist is stopped.`;

const BECAUSE: Readonly<Record<ChainFault, string>> = {
  altered: "it says something else than its hash covers: it was edited.",
  gap: "an entry before it is missing.",
  "broken-link": "it does not follow on the entry before it: one of both was replaced or moved.",
  "other-tenant": "it belongs to another tenant.",
};

/** What does not fit, in a sentence. */
export function faultSentence(fault: LedgerFault): string {
  switch (fault.in) {
    case "entry":
      return `Entry ${fault.seq} (${fault.id}): ${BECAUSE[fault.because]}`;
    case "column":
      return `Entry ${fault.seq} (${fault.id}): it is looked up by a ${fault.column} that it does not say itself.`;
    case "card":
      return `The card of ${fault.subjectId} says something else than its fingerprint: it was edited.`;
  }
}

/** What was checked, and what that means. */
export function verdict({ tenant, length, head, cards, fault }: VerifiedLedger): string {
  if (fault !== null) return `Tenant ${tenant}: not whole. ${faultSentence(fault)}`;
  return `Tenant ${tenant}: ${length.toLocaleString("en")} entries and ${cards.toLocaleString("en")} cards fit together. Last hash: ${head}
Whether later entries were cut off, or everything was written anew, only a hash that was kept elsewhere can tell.`;
}

/** What is set to nothing is not set. */
function filled(variable: string | undefined): string | undefined {
  return variable === "" ? undefined : variable;
}

interface Outside {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly open?: typeof openDatabase;
}

/** Runs the command; gives its exit code: 0 where all fits, 1 where something does not, 2 where it could not be checked. */
export async function ledgerCommand(
  args: readonly string[],
  { variables, say, open = openDatabase }: Outside,
): Promise<number> {
  let database: Database | null = null;
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { tenant: { type: "string" } },
      allowPositionals: true,
    });
    const tenant = (values.tenant ?? variables.ENTRA_TENANT_ID ?? "").toLowerCase();
    if (positionals.join(" ") !== "verify" || !isGuid(tenant)) {
      say(USAGE);
      return 2;
    }
    const { DATABASE_URL, DATA_DIR } = variables;
    const at = databaseOf({
      ...{ DATABASE_URL: filled(DATABASE_URL), DATA_DIR: filled(DATA_DIR) },
    });
    if (at.kind === "embedded" && !existsSync(at.directory)) {
      say(`Nothing was checked. There is no folder ${at.directory}.`);
      return 2;
    }
    database = await open(at);
    const verified = await verifyLedger(database, tenant);
    say(verdict(verified));
    return verified.fault === null ? 0 : 1;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof LedgerError) {
      say(`Nothing was checked. ${error.message}`);
    } else if (error instanceof TypeError && "code" in error) {
      say(`${error.message}\n\n${USAGE}`);
    } else throw error;
    return 2;
  } finally {
    await database?.close();
  }
}
