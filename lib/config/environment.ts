import { isAbsolute } from "node:path";
import { CLOUD_NAMES } from "./cloud";
import { ConfigError } from "./config-error";
import "./jitless";
import { z } from "zod";

const MISSING = "is missing.";

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

function isLocalhost(value: string): boolean {
  return new URL(value).hostname === "localhost";
}

const origin = z
  .string(MISSING)
  .refine(
    isOrigin,
    "must be an origin alone, such as https://guestlist.example.com: no path, no slash.",
  );

const id = (what: string) =>
  z.guid({ error: (issue) => (issue.input === undefined ? MISSING : `must be ${what}, a GUID.`) });

const variables = z.object({
  GUESTLIST_ORIGIN: origin.refine(
    (value) => !isOrigin(value) || value.startsWith("https://") || isLocalhost(value),
    "must begin with https:// (plain http works on localhost only: browsers refuse to sign in elsewhere).",
  ),
  ENTRA_TENANT_ID: id("the directory (tenant) id").toLowerCase(),
  ENTRA_CLIENT_ID: id("the application (client) id").toLowerCase(),
  ENTRA_CLOUD: z.enum(CLOUD_NAMES, `must be one of ${CLOUD_NAMES.join(", ")}.`).default("global"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://.")
    .optional(),
  DATA_DIR: z
    .string()
    .refine(
      isAbsolute,
      "must be an absolute path: the program does not always run where it was started.",
    )
    .optional(),
  SIMULATOR_ORIGIN: origin
    .refine(
      (value) => !isOrigin(value) || (value.startsWith("http://") && isLocalhost(value)),
      "must be an http://localhost origin.",
    )
    .optional(),
});

/** The variables that this program reads, each well-formed by itself. */
export type Environment = z.infer<typeof variables>;

/** Parses the variables; an empty one counts as missing. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(present);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(String(issue?.path[0]), issue?.message ?? "is wrong.");
}
