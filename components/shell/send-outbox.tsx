"use client";

import { useSendOutbox } from "@/lib/commands/use-send-outbox";

/** Sends by itself what an earlier tab could not record. */
export function SendOutbox(): null {
  useSendOutbox();
  return null;
}
