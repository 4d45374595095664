import { createHash, randomBytes } from "node:crypto";
import { canonicalJson } from "./hash-chain";

/** A person's name and mail, which an erasure removes. */
export interface Person {
  readonly subjectId: string;
  readonly displayName: string | null;
  readonly mail: string | null;
}

/** A card with the salt that keeps an erased card from being guessed from its fingerprint; both in hex. */
export interface SaltedCard extends Person {
  readonly salt: string;
  readonly fingerprint: string;
}

/** SHA-256 over the canonical JSON of salt, subject, name and mail, in hex. */
export function fingerprintOf(card: Omit<SaltedCard, "fingerprint">): string {
  const { salt, subjectId, displayName, mail } = card;
  return createHash("sha256")
    .update(canonicalJson({ salt, subjectId, displayName, mail }))
    .digest("hex");
}

/** What a reviewer wrote, which an erasure of its author or of the guest takes away. */
export interface ErasableText {
  readonly authorId: string | null;
  readonly guestId: string | null;
  readonly words: string;
}

/** A text with the salt that keeps an erased text from being guessed from its fingerprint; both in hex. */
export interface SaltedText extends ErasableText {
  readonly salt: string;
  readonly fingerprint: string;
}

/** SHA-256 over the canonical JSON of salt, author, guest and words, in hex. */
export function fingerprintOfText(text: Omit<SaltedText, "fingerprint">): string {
  const { salt, authorId, guestId, words } = text;
  return createHash("sha256")
    .update(canonicalJson({ salt, authorId, guestId, words }))
    .digest("hex");
}

/** A text with its own salt. */
export function newText({ authorId, guestId, words }: ErasableText): SaltedText {
  const salted = { authorId, guestId, words, salt: randomBytes(16).toString("hex") };
  return { ...salted, fingerprint: fingerprintOfText(salted) };
}

/** A new card of that person, with its own salt. */
export function newCard(person: Person): SaltedCard {
  const { subjectId, displayName, mail } = person;
  const salted = { subjectId, displayName, mail, salt: randomBytes(16).toString("hex") };
  return { ...salted, fingerprint: fingerprintOf(salted) };
}
