const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Milliseconds of an ISO 8601 duration such as "P3D", "PT90M" or "-P1DT2H", or undefined. */
export function durationMs(text: string): number | undefined {
  const found =
    /^(?<sign>-?)P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/.exec(
      text,
    );
  if (found?.groups === undefined || !/\d/.test(text)) return undefined;
  const { sign, days = "0", hours = "0", minutes = "0", seconds = "0" } = found.groups;
  const total =
    Number(days) * unitMs.day +
    Number(hours) * unitMs.hour +
    Number(minutes) * unitMs.minute +
    Number(seconds) * 1000;
  return sign === "-" ? -total : total;
}

/** The instant of "200 days ago" or of an ISO text, or undefined when it is neither. */
export function instantOf(text: string, now: number): string | undefined {
  const ago = /^(\d+) (minute|hour|day)s? ago$/.exec(text);
  if (ago !== null) {
    const unit = ago[2] as keyof typeof unitMs;
    return new Date(now - Number(ago[1]) * unitMs[unit]).toISOString();
  }
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

export function daysBefore(now: number, days: number): string {
  return new Date(now - days * unitMs.day).toISOString();
}
