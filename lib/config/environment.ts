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

/** 32 bytes in base64, as `openssl rand -base64 32` makes them. */
const KEY_BYTES = 32;

function isKey(value: string): boolean {
  const bytes = Buffer.from(value, "base64");
  return bytes.length === KEY_BYTES && bytes.toString("base64") === value;
}

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
  CHECKPOINT_KEY: z
    .string()
    .refine(isKey, "must be 32 random bytes in base64: make one with openssl rand -base64 32.")
    .optional(),
  CHECKPOINT_EARLIER_KEYS: z
    .string()
    .regex(
      /^[^\s+,]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+(?:[\s,]+[^\s+,]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)*$/,
      "must list public keys as `npm run ledger -- key` prints them, with spaces between.",
    )
    .optional(),
  CHECKPOINT_DIR: z.string().refine(isAbsolute, "must be an absolute path.").optional(),
  CHECKPOINT_WEBHOOK: z
    .url("must be a URL.")
    .refine(
      (value) => !URL.canParse(value) || value.startsWith("https://") || isLocalhost(value),
      "must begin with https:// (plain http works on localhost only).",
    )
    .optional(),
});

/** The variables that this program reads, each well-formed by itself. */
export type Environment = z.infer<typeof variables>;

/** Parses the variables; an empty one counts as missing. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Environment {
  return parseVariables(variables, environment);
}

const part = variables.partial().omit({ ENTRA_TENANT_ID: true, ENTRA_CLIENT_ID: true });

/** The variables for commands that are not the server. Each may be missing. Throws ConfigError. */
export function readEnvironmentPart(
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<typeof part> {
  return parseVariables(part, environment);
}

function parseVariables<Parsed>(
  schema: z.ZodType<Parsed>,
  environment: Readonly<Record<string, string | undefined>>,
): Parsed {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ""),
  );
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(String(issue?.path[0]), issue?.message ?? "is wrong.");
}
