import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

// https://learn.microsoft.com/graph/api/resources/invitation#properties

/** What a caller asks for when they invite, checked and with its defaults. */
export interface InvitationRequest {
  address: string;
  redirectUrl: string;
  displayName: string | null;
  userType: "Guest" | "Member";
  sendsMessage: boolean;
  messageInfo: Record<string, unknown> | null;
  /** The guest whose redemption is to begin anew; undefined for an ordinary invitation. */
  resetOf: string | undefined;
}

const known = [
  "invitedUserDisplayName",
  "invitedUserEmailAddress",
  "invitedUserMessageInfo",
  "invitedUserType",
  "inviteRedirectUrl",
  "resetRedemption",
  "sendInvitationMessage",
  "invitedUser",
];

/** Reads the body of `POST /invitations`, or refuses it. */
export function readInvitation(call: Call): InvitationRequest {
  const body = bodyOf(call, known);
  return {
    address: readAddress(body.invitedUserEmailAddress),
    redirectUrl: readRedirectUrl(body.inviteRedirectUrl),
    displayName: optionalText(body, "invitedUserDisplayName"),
    userType: readUserType(body.invitedUserType),
    sendsMessage: optionalBoolean(body, "sendInvitationMessage"),
    messageInfo: readMessageInfo(body.invitedUserMessageInfo),
    resetOf: readReset(body),
  };
}

const ADDRESS = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/;
const FORBIDDEN = /[~!#$%^&*()+=[\]{}\\/|;:"'<>?,]/;

function readAddress(value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw badRequest("A value is required for property 'invitedUserEmailAddress' of resource.");
  }
  const [name = ""] = value.split("@");
  const beginsOrEndsBadly = /^[.-]|[.-]$/.test(name);
  if (!ADDRESS.test(value) || FORBIDDEN.test(value) || beginsOrEndsBadly) {
    throw badRequest("The invited user email address is not valid.");
  }
  return value;
}

function readRedirectUrl(value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw badRequest("A value is required for property 'inviteRedirectUrl' of resource.");
  }
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw badRequest("The invite redirect URL is not valid.");
  }
  return value;
}

function readUserType(value: unknown): "Guest" | "Member" {
  if (value === undefined || value === null) return "Guest";
  const found = (["Guest", "Member"] as const).find(
    (type) => typeof value === "string" && type.toLowerCase() === value.toLowerCase(),
  );
  if (!found) throw badRequest("Invalid value specified for property 'invitedUserType'.");
  return found;
}

function readMessageInfo(value: unknown): Record<string, unknown> | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object" || Array.isArray(value)) {
    throw badRequest("Invalid value specified for property 'invitedUserMessageInfo'.");
  }
  const info = value as Record<string, unknown>;
  const fields = ["customizedMessageBody", "messageLanguage", "ccRecipients"];
  const unknown = Object.keys(info).find((name) => !fields.includes(name) && !name.startsWith("@"));
  if (unknown !== undefined) throw badRequest(`Invalid property '${unknown}'.`);
  const { ccRecipients = [] } = info;
  if (!Array.isArray(ccRecipients) || ccRecipients.length > 1) {
    throw badRequest("Only one cc recipient is supported.");
  }
  optionalText(info, "customizedMessageBody");
  optionalText(info, "messageLanguage");
  return info;
}

function readReset(body: Record<string, unknown>): string | undefined {
  if (!optionalBoolean(body, "resetRedemption")) return undefined;
  const { invitedUser } = body;
  const id =
    typeof invitedUser === "object" && invitedUser !== null && "id" in invitedUser
      ? invitedUser.id
      : undefined;
  if (typeof id !== "string") {
    throw badRequest("The id of the invited user is required to reset the redemption status.");
  }
  return id.toLowerCase();
}

function optionalText(body: Record<string, unknown>, name: string): string | null {
  const value = body[name] ?? null;
  if (value !== null && typeof value !== "string") {
    throw badRequest(`Invalid value specified for property '${name}'.`);
  }
  return value;
}

function optionalBoolean(body: Record<string, unknown>, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== "boolean") {
    throw badRequest(`Invalid value specified for property '${name}'.`);
  }
  return value;
}
