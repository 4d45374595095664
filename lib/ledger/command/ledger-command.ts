import { parseArgs } from "node:util";
import { ConfigError } from "@/lib/config/config-error";
import { LedgerError } from "../ledger-error";
import { type Opened, Opening, type Outside, Refusal } from "./opening";
import { checkProofCommand, exportCommand, keyCommand, proveCommand } from "./export-commands";
import { checkpointCommand, extensionCommand } from "./checkpoint-command";
import { eraseCommand } from "./erase-command";
import { verifyCommand } from "./verify-command";

const OPTIONS = {
  tenant: { type: "string" },
  since: { type: "string", multiple: true },
  export: { type: "string" },
  key: { type: "string", multiple: true },
  to: { type: "string" },
  reason: { type: "string" },
  by: { type: "string" },
} as const;

type Option = keyof typeof OPTIONS;

interface Command {
  readonly usage: string;
  readonly words: number;
  readonly options: readonly Option[];
  readonly run: (opened: Opened) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  verify: {
    usage:
      "verify [--tenant ID] [--since CHECKPOINT-FILE]… [--export FILE] [--key PUBLIC-KEY]…\n  Checks the history in the database, or in an exported file alone.",
    words: 0,
    options: ["tenant", "since", "export", "key"],
    run: verifyCommand,
  },
  export: {
    usage: "export --to FILE [--tenant ID]\n  Writes the whole history, to be checked anywhere.",
    words: 0,
    options: ["tenant", "to"],
    run: exportCommand,
  },
  checkpoint: {
    usage: "checkpoint [--to FILE] [--tenant ID]\n  Signs what the history is now.",
    words: 0,
    options: ["tenant", "to"],
    run: checkpointCommand,
  },
  key: {
    usage: "key [--tenant ID]\n  Prints the public key of the checkpoints.",
    words: 0,
    options: ["tenant"],
    run: keyCommand,
  },
  prove: {
    usage:
      "prove ENTRY-ID [--to FILE] [--tenant ID]\n  Writes what shows an outsider that one entry is in the history, and nothing of any other.",
    words: 1,
    options: ["tenant", "to"],
    run: proveCommand,
  },
  "check-proof": {
    usage:
      "check-proof FILE --key PUBLIC-KEY…\n  Says what such a file shows. It needs no database.",
    words: 1,
    options: ["key"],
    run: checkProofCommand,
  },
  "prove-extension": {
    usage:
      "prove-extension --since CHECKPOINT-FILE [--tenant ID]\n  Prints the latest checkpoint, and the hashes that show that it goes on from that one (RFC 6962, section 2.1.2).",
    words: 0,
    options: ["tenant", "since"],
    run: extensionCommand,
  },
  erase: {
    usage:
      "erase PERSON-ID --by YOUR-ID --reason TEXT [--tenant ID]\n  Takes a person's names, mails and texts away, and records that.",
    words: 1,
    options: ["tenant", "by", "reason"],
    run: eraseCommand,
  },
};

const USAGE = `npm run ledger -- COMMAND

${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join("\n")}

The tenant is ENTRA_TENANT_ID unless --tenant names another one; the database is the one that DATABASE_URL or DATA_DIR
names. An embedded database can be opened while Guestlist is stopped.`;

/**
 * Runs a command; gives its exit code: 0 where it is done and all fits, 1 where something does not fit, 2 where it was
 * refused or failed for any reason: an outage is not a result.
 */
export async function ledgerCommand(args: readonly string[], outside: Outside): Promise<number> {
  const { say } = outside;
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    say(USAGE);
    return 2;
  }
  const opening = new Opening(outside);
  try {
    const definitions = Object.fromEntries(command.options.map((each) => [each, OPTIONS[each]]));
    const { positionals, values } = parseArgs({
      args: rest,
      options: definitions,
      allowPositionals: true,
    });
    if (positionals.length !== command.words) throw new Refusal(command.usage);
    const options = values as Opened["options"];
    return await command.run({ words: positionals, options, ...opening.tools(options) });
  } catch (error) {
    if (error instanceof ConfigError || error instanceof LedgerError || error instanceof Refusal) {
      say(`Refused: ${error.message}`);
    } else if (error instanceof TypeError && "code" in error) {
      say(`${error.message}\n\nnpm run ledger -- ${command.usage}`);
    } else {
      const words = error instanceof Error ? error.message : String(error);
      say(`It failed, so nothing is known about the history: ${words}`);
    }
    return 2;
  } finally {
    await opening.close();
  }
}
