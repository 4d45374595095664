import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readCheckpoint, writeCheckpoint } from "./checkpoint";
import { leafHash } from "./merkle-tree";
import {
  isSignedBy,
  publicBytesOf,
  readNote,
  readVerifierKey,
  signingKeyFrom,
  signNote,
  verifierKey,
} from "./signed-note";

/** The example of golang.org/x/mod/sumdb/note, made by another implementation. */
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const QUOTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${QUOTE}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

function someKey() {
  const key = signingKeyFrom(randomBytes(32).toString("base64"));
  if (key === null) throw new TypeError("32 bytes are a key.");
  return key;
}

describe("A note", () => {
  it("of another implementation is read and found to be signed by its key, and by no other", () => {
    const note = readNote(NOTE);
    const peter = readVerifierKey(PETER);
    if (note === null || peter === null) throw new TypeError("Both are well-formed.");
    expect(note.text).toBe(QUOTE);
    expect(isSignedBy(note, "PeterNeumann", [peter.publicBytes])).toBe(true);
    expect(isSignedBy(note, "PeterNeumann", [publicBytesOf(someKey())])).toBe(false);
    expect(isSignedBy(note, "Somebody", [peter.publicBytes])).toBe(false);
    const altered = { ...note, text: note.text.replace("answer", "Answer") };
    expect(isSignedBy(altered, "PeterNeumann", [peter.publicBytes])).toBe(false);
  });

  it("keeps signatures of others, and is believed for the known one among them", () => {
    const key = someKey();
    const own = signNote("text\n", "guestlist.example.com/a", key);
    const both = `${own}${NOTE.split("\n\n")[1] ?? ""}`;
    const read = readNote(both);
    if (read === null) throw new TypeError("It is a note.");
    expect(read.signatures).toHaveLength(2);
    expect(isSignedBy(read, "guestlist.example.com/a", [publicBytesOf(key)])).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["no signature", `${QUOTE}\n`],
    ["no blank line", NOTE.replace("\n\n", "\n")],
    ["no last line break", NOTE.slice(0, -1)],
    ["another dash", NOTE.replace("\u2014", "-")],
    ["a control character", NOTE.replace("answer", "an\rswer")],
    ["base64 with other last bits", NOTE.replace("nAM=", "nAN=")],
    ["a line that is no signature", `${NOTE}more\n`],
    ["a short signature", NOTE.replace(/x08go\S+/, "x08goA==")],
  ])("that has %s is none", (_what, note) => {
    expect(readNote(note)).toBeNull();
  });
});

it.each([
  ["too short", "AAAA"],
  ["not base64", "~".repeat(44)],
  ["with other last bits", `${"A".repeat(42)}B=`],
])("A key that is %s is none", (_what, key) => {
  expect(signingKeyFrom(key)).toBeNull();
});

it("A public key is read as it is written, and none whose id is not its own", () => {
  const key = publicBytesOf(someKey());
  const written = verifierKey("guestlist.example.com/a", key);
  expect(readVerifierKey(written)).toEqual({
    name: "guestlist.example.com/a",
    publicBytes: key,
  });
  expect(readVerifierKey(written.replace("/a+", "/b+"))).toBeNull();
  expect(readVerifierKey("x")).toBeNull();
});

it("A checkpoint is read as it is written, and none that says something else", () => {
  const key = someKey();
  const head = { size: 12, root: leafHash(Buffer.from("x")) };
  const note = writeCheckpoint("guestlist.example.com/a", head, key);
  const read = readCheckpoint(note);
  expect(read).toMatchObject({ origin: "guestlist.example.com/a", ...head });
  expect(read === null || isSignedBy(read.note, read.origin, [publicBytesOf(key)])).toBe(true);
  expect(readCheckpoint(note.replace("\n12\n", "\n012\n"))).toBeNull();
  expect(readCheckpoint(note.replace("\n12\n", "\n-1\n"))).toBeNull();
  expect(readCheckpoint(note.replace("=\n", "\n"))).toBeNull();
});
