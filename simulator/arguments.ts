import { parseArgs } from "node:util";
import { defaults } from "./state/defaults.ts";

export interface Arguments {
  port: number;
  guests: number;
  seed: number;
  tenantId: string;
  clientId: string;
  appOrigin: string;
  record: string | undefined;
}

const options = {
  port: { type: "string", default: String(defaults.port) },
  guests: { type: "string", default: "1200" },
  seed: { type: "string", default: "1" },
  "tenant-id": { type: "string", default: defaults.tenantId },
  "app-client-id": { type: "string", default: defaults.clientId },
  "app-origin": { type: "string", default: defaults.appOrigin },
  record: { type: "string" },
} as const;

/** The command line, or one sentence about what is wrong with it. */
export function readArguments(words: string[]): Arguments | string {
  try {
    const { values } = parseArgs({ args: words, options, strict: true });
    return {
      port: whole("port", values.port, 1, 65_535),
      guests: whole("guests", values.guests, 0, 2_000_000),
      seed: whole("seed", values.seed, 0, 2 ** 31 - 1),
      tenantId: guid("tenant-id", values["tenant-id"]),
      clientId: guid("app-client-id", values["app-client-id"]),
      appOrigin: origin("app-origin", values["app-origin"]),
      record: values.record,
    };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return cause.message;
  }
}

function whole(name: string, value: string, from: number, to: number): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isInteger(number) || number < from || number > to) {
    throw new Error(`--${name} takes a whole number from ${from} to ${to}, not '${value}'.`);
  }
  return number;
}

function guid(name: string, value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    throw new Error(`--${name} takes a GUID, not '${value}'.`);
  }
  return value.toLowerCase();
}

function origin(name: string, value: string): string {
  if (!URL.canParse(value) || new URL(value).origin !== value) {
    throw new Error(`--${name} takes an origin such as http://localhost:3000, not '${value}'.`);
  }
  return value;
}
