// Sort, filter and search of the tab's guests: the columns of lib/inventory beside a plain array of objects.
// Run: npx tsx --tsconfig tsconfig.json bench/inventory.bench.ts [guests]
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import type { Guest } from "@/lib/domain/guest";
import { judgeStanding, type StandingKind } from "@/lib/domain/standing";
import { DAY } from "@/lib/domain/time";
import { EVERYTHING } from "@/lib/inventory/everything";
import { GuestStore } from "@/lib/inventory/guest-store";
import type { GuestQuery } from "@/lib/inventory/inventory";

const TODAY = Date.parse("2026-11-20T12:00:00Z");
const count = Number(process.argv[2] ?? 100_000);
const ROUNDS = 7;

const first = [
  "Ada",
  "Bea",
  "Çelik",
  "Dmitri",
  "Élodie",
  "Farid",
  "Grete",
  "Håkon",
  "Inès",
  "José",
];
const last = [
  "Ng",
  "Okafor",
  "Müller",
  "Šimić",
  "Tanaka",
  "Ünal",
  "Valdez",
  "Wójcik",
  "Young",
  "Zhao",
];

/** The same numbers each time. */
let state = 1;
function draw(below: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}

function someGuest(at: number): Guest {
  const partner = `partner-${Math.floor(draw(1_000) ** 2 / 1_000)}.example`;
  const name = `${first[draw(10)] ?? ""} ${last[draw(10)] ?? ""} ${draw(count)}`;
  const mail = `guest.${at}@${partner}`;
  const seen = draw(800);
  return {
    id: `${at.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`,
    displayName: name,
    mail,
    userPrincipalName: `guest.${at}_${partner}#EXT#@harborline.example`,
    userType: "guest",
    enabled: draw(20) > 0,
    createdAt: TODAY - (seen + draw(1_000)) * DAY,
    creationType: "Invitation",
    redemption:
      draw(10) === 0
        ? { kind: "pending", since: TODAY - seen * DAY }
        : { kind: "redeemed", at: null },
    lastSeen: draw(5) === 0 ? { kind: "never" } : { kind: "at", at: TODAY - seen * DAY },
    lastAttemptAt: null,
    partner,
    identityClass: "entra",
    sponsors: draw(3) === 0 ? [{ id: "s", displayName: "Sam Sponsor" }] : [],
  };
}

interface Peer {
  readonly guest: Guest;
  readonly standing: StandingKind;
}

/** What a page without columns would do. */
function peerWindow(rows: readonly Peer[], query: GuestQuery): readonly Peer[] {
  const text = query.text.toLowerCase();
  const found = rows.filter(
    ({ guest, standing }) =>
      (query.standings.length === 0 || query.standings.includes(standing)) &&
      (text === "" ||
        guest.displayName.toLowerCase().includes(text) ||
        guest.mail?.toLowerCase().includes(text)),
  );
  const sign = query.sort.descending ? -1 : 1;
  const at = ({ guest }: Peer) => (guest.lastSeen.kind === "at" ? guest.lastSeen.at : -1);
  found.sort(
    query.sort.by === "name"
      ? (a, b) => sign * a.guest.displayName.localeCompare(b.guest.displayName)
      : (a, b) => sign * (at(a) - at(b)),
  );
  return found.slice(0, 100);
}

function median(run: () => unknown, rounds = ROUNDS): number {
  const took = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return took[Math.floor(rounds / 2)] ?? 0;
}

const guests = Array.from({ length: count }, (_, at) => someGuest(at));
const peer = guests.map((guest) => ({
  guest,
  standing: judgeStanding(guest, DEFAULT_POLICY, TODAY).kind,
}));

const loading = performance.now();
const list = new GuestStore(DEFAULT_POLICY, TODAY, 0);
for (let at = 0; at < count; at += 999) list.add(guests.slice(at, at + 999));
console.log(`${count} guests taken in ${(performance.now() - loading).toFixed(0)} ms`);

const by = (sort: GuestQuery["sort"]["by"], descending = false) => ({
  ...EVERYTHING,
  sort: { by: sort, descending },
});
const cases: readonly (readonly [string, GuestQuery])[] = [
  ["sort by name", by("name")],
  ["sort by last sign-in, descending", by("last-seen", true)],
  ["stale ones by name", { ...by("name"), standings: ["stale"] }],
  ["search 'oka' by name", { ...by("name"), text: "oka" }],
  ["search 'müller 12' by last sign-in", { ...by("last-seen"), text: "müller 12" }],
];
for (const [title, query] of cases) {
  const cold = median(() => list.window(query, 0, 100), 1);
  let nth = 0;
  // Another filter in between, so that nothing but the index is warm.
  const warm = median(() => {
    nth += 1;
    list.answer({ ...query, partners: [`none-${nth}`] });
    list.answer({ ...query, text: `${query.text} ` });
    return list.window(query, 0, 100);
  });
  const plain = median(() => peerWindow(peer, query), 3);
  const line = [
    `first ${cold.toFixed(0)} ms`,
    `then ${(warm / 3).toFixed(1)} ms`,
    `plain ${plain.toFixed(0)} ms`,
  ];
  console.log(`${title}: ${line.join(", ")} (${(plain / (warm / 3)).toFixed(0)}x)`);
}
console.log(`overview: ${median(() => list.overview()).toFixed(1)} ms`);
console.log(
  `judge all: ${median(() => {
    list.judgeBy(DEFAULT_POLICY, TODAY);
  }).toFixed(0)} ms`,
);
