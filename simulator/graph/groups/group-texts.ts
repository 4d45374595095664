import type { Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

const longest = { displayName: 256, description: 1024, mailNickname: 64 } as const;

/** The longest text and the letters of each: https://learn.microsoft.com/graph/api/resources/group#properties */
export function textIn(
  body: Readonly<Record<string, unknown>>,
  name: keyof typeof longest,
): string {
  const value = body[name];
  if (typeof value !== "string" || value.trim() === "") {
    throw badRequest(`A value is required for property '${name}' of resource 'Group'.`);
  }
  const fits = name !== "mailNickname" || /^[!-~]+$/.test(value.replace(/[@()\\[\]";:.<>,]/, " "));
  if (value.length > longest[name] || !fits) {
    throw badRequest(`Invalid value specified for property '${name}' of resource 'Group'.`);
  }
  return value;
}

/** 400 where a Microsoft 365 group has this alias already; security groups may share one. */
export function refuseTakenNickname({ tenant }: Call, mailNickname: string): void {
  const nickname = mailNickname.toLowerCase();
  for (const group of tenant.directory.groups.values()) {
    if (group.groupTypes.includes("Unified") && group.mailNickname.toLowerCase() === nickname) {
      throw badRequest(
        "Another object with the same value for property mailNickname already exists.",
      );
    }
  }
}
