import type { KeyObject } from "node:crypto";
import type { CheckpointSettings } from "@/lib/config/settings";
import { originOf } from "./checkpoint";
import { publicBytesOf, readVerifierKey, signingKeyFrom, verifierKey } from "./signed-note";

/** With what, and under which name, the history of a tenant is signed; null where nothing is. */
export function signerOf(
  settings: CheckpointSettings | null,
  tenant: string,
): { readonly origin: string; readonly key: KeyObject } | null {
  if (settings?.key == null || settings.host === null) return null;
  const key = signingKeyFrom(settings.key);
  return key === null ? null : { origin: originOf(settings.host, tenant), key };
}

/** The public keys whose checkpoints this installation believes: its own, then earlier ones. */
export function knownKeys(settings: CheckpointSettings | null): readonly Buffer[] {
  if (settings === null) return [];
  const own = settings.key === null ? null : signingKeyFrom(settings.key);
  const earlier = settings.earlierKeys.flatMap((key) => readVerifierKey(key)?.publicBytes ?? []);
  return own === null ? earlier : [publicBytesOf(own), ...earlier];
}

/** The public key of a tenant's checkpoints, as tools for signed notes take it; null where nothing is signed. */
export function publicKeyOf(settings: CheckpointSettings | null, tenant: string): string | null {
  const signer = signerOf(settings, tenant);
  return signer === null ? null : verifierKey(signer.origin, publicBytesOf(signer.key));
}
