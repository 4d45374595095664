import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keys } from "@/lib/queries/keys";
import { useServices } from "@/lib/services/services";

/**
 * Sends what an earlier tab could not record: once the person is there, and when the connection is back. Returns what this
 * version cannot read of it, as it is stored.
 */
export function useSendOutbox(): readonly unknown[] {
  const { api, me } = useServices();
  const client = useQueryClient();
  const [unreadable, setUnreadable] = useState<readonly unknown[]>([]);
  useEffect(() => {
    const send = async () => {
      try {
        // Loaded after the first page: it brings the runner's way of recording.
        const { readUnreadable, sendOutbox } = await import("@/lib/services/send-outbox");
        setUnreadable(await readUnreadable(me));
        if ((await sendOutbox({ api, me })) === 0) return;
        for (const queryKey of [keys.unresolved(me), keys.histories(me)]) {
          // A first reading in progress began before this was recorded, and invalidating would wait for it.
          await client.cancelQueries({ queryKey });
          await client.invalidateQueries({ queryKey });
        }
      } catch {
        // The server does not answer: it stays in this browser for the next time.
      }
    };
    const sendNow = () => void send();
    sendNow();
    window.addEventListener("online", sendNow);
    return () => {
      window.removeEventListener("online", sendNow);
    };
  }, [api, me, client]);
  return unreadable;
}
