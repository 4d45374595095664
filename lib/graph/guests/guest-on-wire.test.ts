import { describe, expect, test } from "vitest";
import { guestFromWire, guestOnWire } from "./guest-on-wire";
import { identityClassOf } from "./identity-class";
import { partnerOf } from "./partner-of";

const bare = {
  id: "1",
  userPrincipalName: "ada_partner.example#EXT#@t.example",
  accountEnabled: true,
};

test("Members that nobody asked for are ignored", () => {
  const wire = {
    ...bare,
    "@odata.type": "#microsoft.graph.user",
    "@microsoft.graph.tips": "…",
    aboutMe: 1,
  };
  expect(guestOnWire.parse(wire)).toEqual(bare);
});

test.each([
  ["no id", { ...bare, id: undefined }],
  ["an empty id", { ...bare, id: "" }],
  ["accountEnabled as text", { ...bare, accountEnabled: "true" }],
  ["sponsors that are no list", { ...bare, sponsors: {} }],
])("%s is refused", (_what, wire) => {
  expect(guestOnWire.safeParse(wire).success).toBe(false);
});

test("Who has neither name nor mail is shown by their user name", () => {
  expect(guestFromWire(guestOnWire.parse(bare), "unread")).toEqual({
    id: "1",
    displayName: bare.userPrincipalName,
    mail: null,
    userPrincipalName: bare.userPrincipalName,
    userType: "member",
    enabled: true,
    createdAt: null,
    creationType: null,
    redemption: { kind: "not-invited" },
    lastSeen: { kind: "unread" },
    lastAttemptAt: null,
    partner: "partner.example",
    identityClass: "other",
    sponsors: [],
  });
});

const at = "2026-05-01T10:00:00Z";
const nothing = "0001-01-01T00:00:00Z";

test.each([
  ["missing activity", undefined, { kind: "never" }, null],
  ["null activity", null, { kind: "never" }, null],
  ["empty activity", {}, { kind: "never" }, null],
  ["a success in the year 1", { lastSuccessfulSignInDateTime: nothing }, { kind: "never" }, null],
  ["an unreadable date", { lastSuccessfulSignInDateTime: "soon" }, { kind: "never" }, null],
  ["a failed attempt alone", { lastSignInDateTime: at }, { kind: "never" }, Date.parse(at)],
  ["a success", { lastSuccessfulSignInDateTime: at }, { kind: "at", at: Date.parse(at) }, null],
])(
  "Asked for sign-ins, %s reads as it should",
  (_what, signInActivity, lastSeen, lastAttemptAt) => {
    const guest = guestFromWire(guestOnWire.parse({ ...bare, signInActivity }), "asked");
    expect(guest).toMatchObject({ lastSeen, lastAttemptAt });
  },
);

test("Not asked for, a missing sign-in means nothing", () => {
  expect(guestFromWire(guestOnWire.parse(bare), "unreadable").lastSeen.kind).toBe("unreadable");
});

describe("Redemption", () => {
  test.each([
    ["PendingAcceptance", at, { kind: "pending", since: Date.parse(at) }],
    ["PendingAcceptance", null, { kind: "pending", since: Date.parse("2026-04-01T00:00:00Z") }],
    ["Accepted", at, { kind: "redeemed", at: Date.parse(at) }],
    ["Accepted", nothing, { kind: "redeemed", at: null }],
    [null, null, { kind: "not-invited" }],
    ["Withdrawn", at, { kind: "unknown" }],
  ])("%s since %s", (externalUserState, externalUserStateChangeDateTime, redemption) => {
    const wire = { ...bare, externalUserState, externalUserStateChangeDateTime };
    const parsedGuest = guestOnWire.parse({ ...wire, createdDateTime: "2026-04-01T00:00:00Z" });
    expect(guestFromWire(parsedGuest, "unread").redemption).toEqual(redemption);
  });
});

test.each([
  ["ExternalAzureAD", "entra"],
  ["MicrosoftAccount", "microsoft-account"],
  ["google.com", "google"],
  ["mail", "one-time-passcode"],
  ["https://sts.partner.example/adfs", "federated"],
])("An identity issued by %s is %s", (issuer, identityClass) => {
  const host = { signInType: "userPrincipalName", issuer: "t.example" };
  expect(identityClassOf([host, { signInType: "federated", issuer }])).toBe(identityClass);
});

test("An identity of the host organization alone says nothing of the guest", () => {
  expect(identityClassOf([{ signInType: "userPrincipalName", issuer: "t.example" }])).toBe("other");
});

test.each([
  [{ mail: "Ada@Partner.Example", userPrincipalName: "x" }, "partner.example"],
  [{ mail: null, otherMails: ["a@other.example"], userPrincipalName: "x" }, "other.example"],
  [{ userPrincipalName: "first_last_Sub.Partner.example#EXT#@t.example" }, "sub.partner.example"],
  [{ userPrincipalName: "ada_partner.example#ext#@t.example" }, "partner.example"],
  [{ userPrincipalName: "odd#EXT#@t.example" }, ""],
  [{ userPrincipalName: "local@t.example" }, ""],
  [{ mail: "broken@", userPrincipalName: "a_p.example#EXT#@t.example" }, "p.example"],
])("The partner of %j is %j", (person, partner) => {
  expect(partnerOf(person)).toBe(partner);
});
