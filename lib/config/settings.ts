import "server-only";
import { CLOUDS, type Cloud, type CloudName } from "./cloud";
import { ConfigError } from "./config-error";
import { readEnvironment, type Environment } from "./environment";

export type DatabaseSettings =
  | { readonly kind: "server"; readonly url: string }
  | { readonly kind: "embedded"; readonly directory: string };

/** How checkpoints of the history are signed, and where they go besides the database. */
export interface CheckpointSettings {
  /** The private Ed25519 key, 32 bytes in base64; null where nothing is signed. */
  readonly key: string | null;
  /** The host name in its checkpoints; null where none is set. */
  readonly host: string | null;
  /** Public keys of earlier checkpoints, as tools for signed notes take them. */
  readonly earlierKeys: readonly string[];
  readonly folder: string | null;
  readonly webhook: string | null;
}

/** The checked settings of this process; they don't contradict each other. */
export interface Settings {
  /** The origin under which people reach the console. */
  readonly origin: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloudName: CloudName;
  readonly cloud: Cloud;
  readonly database: DatabaseSettings;
  readonly checkpoints: CheckpointSettings;
  /** Origin of the simulator that plays Entra and Graph; null against the real ones. */
  readonly simulatorOrigin: string | null;
}

/** Reads the settings from an environment; throws a ConfigError that names the first variable at fault. */
export function settingsFrom(variables: Readonly<Record<string, string | undefined>>): Settings {
  const environment = readEnvironment(variables);
  const simulatorOrigin = environment.SIMULATOR_ORIGIN ?? null;
  if (simulatorOrigin !== null) refuseSimulatorInEarnest(environment);
  return {
    origin: environment.GUESTLIST_ORIGIN,
    tenantId: environment.ENTRA_TENANT_ID,
    clientId: environment.ENTRA_CLIENT_ID,
    cloudName: environment.ENTRA_CLOUD,
    cloud: CLOUDS[environment.ENTRA_CLOUD],
    database: databaseOf(environment),
    checkpoints: checkpointsOf(environment),
    simulatorOrigin,
  };
}

/** The authority decides who may sign in, so the simulator is trusted only on localhost. */
function refuseSimulatorInEarnest(environment: Environment): void {
  const { hostname, protocol } = new URL(environment.GUESTLIST_ORIGIN);
  if (hostname !== "localhost" || protocol !== "http:") {
    throw new ConfigError(
      "SIMULATOR_ORIGIN",
      "may only be set while GUESTLIST_ORIGIN is http://localhost: a production origin must not trust a simulator.",
    );
  }
  if (environment.ENTRA_CLOUD !== "global") {
    throw new ConfigError(
      "SIMULATOR_ORIGIN",
      `contradicts ENTRA_CLOUD=${environment.ENTRA_CLOUD}: the simulator plays the global cloud only.`,
    );
  }
}

/** Which database an environment names; throws a ConfigError where it names none, or two. */
export function databaseOf(
  environment: Readonly<Pick<Environment, "DATABASE_URL" | "DATA_DIR">>,
): DatabaseSettings {
  const { DATABASE_URL: url, DATA_DIR: directory } = environment;
  if (url !== undefined && directory !== undefined) {
    throw new ConfigError(
      "DATABASE_URL",
      "and DATA_DIR are both set: choose a PostgreSQL server or the embedded database.",
    );
  }
  if (url !== undefined) return { kind: "server", url };
  if (directory !== undefined) return { kind: "embedded", directory };
  throw new ConfigError(
    "DATABASE_URL",
    "is missing: set it to a PostgreSQL server, or DATA_DIR to an absolute folder for the embedded database.",
  );
}

/** How an environment says that the history is signed. */
export function checkpointsOf(
  environment: Pick<
    Environment,
    "CHECKPOINT_KEY" | "CHECKPOINT_EARLIER_KEYS" | "CHECKPOINT_DIR" | "CHECKPOINT_WEBHOOK"
  > & { readonly GUESTLIST_ORIGIN?: string | undefined },
): CheckpointSettings {
  const { GUESTLIST_ORIGIN: origin, CHECKPOINT_EARLIER_KEYS: earlier } = environment;
  return {
    key: environment.CHECKPOINT_KEY ?? null,
    host: origin === undefined ? null : new URL(origin).host,
    earlierKeys: earlier?.split(/[\s,]+/).filter((key) => key !== "") ?? [],
    folder: environment.CHECKPOINT_DIR ?? null,
    webhook: environment.CHECKPOINT_WEBHOOK ?? null,
  };
}

/** The settings of this process. */
export function settings(): Settings {
  return settingsFrom(process.env);
}
