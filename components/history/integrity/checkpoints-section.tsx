"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { numberText } from "@/lib/domain/number-text";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { ApiFailure } from "@/components/directory/api-failure";
import { CopyButton } from "@/components/ui/copy-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { saveFile } from "@/components/ui/save-file";
import { TitledCard } from "@/components/ui/titled-card";
import type { CheckpointAnswer, IntegrityAnswer } from "@/lib/contract/integrity";
import { useTakeCheckpoint } from "@/lib/queries/integrity";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: { overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "center" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const PLACE = { folder: "Folder", webhook: "Webhook" } as const;

/** Where a checkpoint arrived, of the places where it is to go. */
function arrivedAt({ delivered }: CheckpointAnswer, places: IntegrityAnswer["places"]): string {
  if (places.length === 0) return "The database only";
  return places
    .map((place) => `${PLACE[place]}${delivered.includes(place) ? "" : ": not delivered"}`)
    .join(", ");
}

function CheckpointTable({ checkpoints, places }: IntegrityAnswer) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="Checkpoints, newest first">
      <thead>
        <tr>
          {["Number", "Entries", "Recorded until", "Delivered to", "File"].map((name) => (
            <th key={name} className={styles.cell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {checkpoints.map((checkpoint) => (
          <tr key={checkpoint.number}>
            <td className={styles.cell}>{checkpoint.number}</td>
            <td className={styles.cell}>{numberText(checkpoint.size)}</td>
            <td className={styles.cell}>
              {checkpoint.coversUntil === null ? (
                "Entry missing"
              ) : (
                <Moment at={checkpoint.coversUntil} />
              )}
            </td>
            <td className={styles.cell}>{arrivedAt(checkpoint, places)}</td>
            <td className={styles.cell}>
              <Button
                size="small"
                icon={<ArrowDownloadRegular />}
                aria-label={`Download the checkpoint of ${checkpoint.size} entries`}
                onClick={() => {
                  saveFile(
                    checkpoint.note,
                    `guestlist-${checkpoint.size}.checkpoint`,
                    "text/plain",
                  );
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TakeOne() {
  const styles = useStyles();
  const take = useTakeCheckpoint();
  const whyNot = useMayRecord();
  return (
    <>
      <div className={styles.row}>
        <Button
          disabledFocusable={whyNot !== null || take.isPending}
          onClick={() => {
            take.mutate();
          }}
        >
          {take.isPending ? "Signing…" : "Sign a checkpoint now"}
        </Button>
        {whyNot !== null && <span className={styles.quiet}>{whyNot}</span>}
        {take.isSuccess && take.data === null && (
          <span role="status">Nothing is recorded yet.</span>
        )}
      </div>
      {take.isError && <ApiFailure error={take.error} notDone="No checkpoint was taken." />}
    </>
  );
}

/** The signed checkpoints of the history, to be kept elsewhere. */
export function CheckpointsSection({ integrity }: { readonly integrity: IntegrityAnswer }) {
  const styles = useStyles();
  const { publicKey, checkpoints } = integrity;
  return (
    <TitledCard
      title="Checkpoints"
      words="A checkpoint is a signed statement of what the history was at a length. Kept where nobody who runs this server can change it, it shows later that nothing before it was taken away or written anew."
    >
      {publicKey === null ? (
        <Notice intent="info" title="Nothing is signed">
          The administrator of this server has not set <code>CHECKPOINT_KEY</code>. Without
          checkpoints nobody can tell whether the last entries were cut off or everything was
          written anew.
        </Notice>
      ) : (
        <>
          <div className={styles.row}>
            <span className={styles.key}>
              Public key: <code>{publicKey}</code>
            </span>
            <CopyButton text={() => publicKey} label="Copy the public key" />
          </div>
          <TakeOne />
        </>
      )}
      {checkpoints.length > 0 && <CheckpointTable {...integrity} />}
      {checkpoints.length === 0 && publicKey !== null && (
        <span>None yet: the first is taken five minutes after the first entry.</span>
      )}
    </TitledCard>
  );
}
