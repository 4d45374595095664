import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { readEnvironmentPart } from "@/lib/config/environment";
import { type CheckpointSettings, checkpointsOf, databaseOf } from "@/lib/config/settings";
import { isGuid } from "@/lib/domain/guid";
import { knownKeys } from "../checkpoints/known-keys";
import { readVerifierKey } from "../checkpoints/signed-note";
import { type Database, openDatabase } from "../database";

/** What a command is run in. */
export interface Outside {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly open?: typeof openDatabase;
}

/** Why a command cannot be run with these arguments. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What was asked for, and what a command opens when it needs it. */
export interface Opened {
  readonly words: readonly string[];
  readonly options: {
    readonly tenant?: string;
    readonly since?: readonly string[];
    readonly export?: string;
    readonly key?: readonly string[];
    readonly to?: string;
    readonly reason?: string;
    readonly by?: string;
  };
  readonly say: (text: string) => void;
  /** The tenant that was named, or the environment's; throws Refusal where there is none. */
  readonly tenant: () => string;
  readonly database: () => Promise<Database>;
  readonly checkpoints: () => CheckpointSettings;
  /** The keys that were given, or else the environment's. */
  readonly keys: () => readonly Buffer[];
  /** The text of a file; throws Refusal where it cannot be read. */
  readonly read: (file: string) => Promise<string>;
}

/** What a command opens from its environment, once it needs it. */
export class Opening {
  #opened: Database | null = null;

  constructor(private readonly outside: Outside) {}

  tools(options: Opened["options"]): Omit<Opened, "words" | "options"> {
    const { say, variables, open = openDatabase } = this.outside;
    const environment = () => readEnvironmentPart(variables);
    const checkpoints = () => checkpointsOf(environment());
    return {
      say,
      checkpoints,
      tenant: () => {
        const tenant = (options.tenant ?? variables.ENTRA_TENANT_ID ?? "").toLowerCase();
        if (isGuid(tenant)) return tenant;
        throw new Refusal("Name the tenant: set ENTRA_TENANT_ID, or give --tenant ID, a GUID.");
      },
      database: async () => {
        const at = databaseOf(environment());
        if (at.kind === "embedded" && !existsSync(at.directory)) {
          throw new Refusal(`There is no folder ${at.directory}.`);
        }
        this.#opened ??= await open(at, checkpoints());
        return this.#opened;
      },
      keys: () =>
        options.key === undefined ? knownKeys(checkpoints()) : options.key.map(publicKeyFrom),
      read: async (file) => {
        try {
          return await readFile(file, { encoding: "utf8" });
        } catch {
          throw new Refusal(`The file ${file} cannot be read.`);
        }
      },
    };
  }

  async close(): Promise<void> {
    await this.#opened?.close();
  }
}

function publicKeyFrom(text: string): Buffer {
  const key = readVerifierKey(text);
  if (key === null) throw new Refusal(`This is not a public key of checkpoints: ${text}`);
  return key.publicBytes;
}
