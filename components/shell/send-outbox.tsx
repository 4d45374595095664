"use client";

import { useSendOutbox } from "@/lib/commands/use-send-outbox";

/** Sends outcomes that an earlier tab could not record. */
export function SendOutbox(): null {
  useSendOutbox();
  return null;
}
