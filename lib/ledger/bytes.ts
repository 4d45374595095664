/** The bytes that lower-case hex spells, as the database's client wants them. */
export function bytesFromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}

export function hexFromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
