import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  checkIntegrity,
  readExport,
  readIntegrity,
  readProof,
  takeCheckpoint,
} from "@/lib/services/integrity";
import { useServices } from "@/lib/services/services";
import { keys } from "./keys";

/** How long the history is, and its latest checkpoints. */
export function useIntegrity() {
  const { api, me } = useServices();
  return useQuery({
    queryKey: keys.integrity(me),
    queryFn: ({ signal }) => readIntegrity(api, signal),
  });
}

/** Checks the history against a checkpoint that was kept, or against itself alone. */
export function useCheck() {
  const { api } = useServices();
  return useMutation({
    mutationFn: (checkpoint: string | null) => checkIntegrity(api, checkpoint),
  });
}

/** Signs what the history is now. */
export function useTakeCheckpoint() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => takeCheckpoint(api),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.integrity(me) }),
  });
}

/** Makes the proof of one entry. */
export function useProof() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entryId: string) => readProof(api, entryId),
    // A checkpoint may have been taken for it.
    onSuccess: () => client.invalidateQueries({ queryKey: keys.integrity(me) }),
  });
}

/** Reads the whole history, to be written to a file. */
export function useExport() {
  const { api } = useServices();
  return useMutation({ mutationFn: () => readExport(api) });
}
