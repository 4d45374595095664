const LEAST_BETWEEN_MILLISECONDS = 250;

/** Lets the first news through at once and then a few a second; what falls between is skipped, not kept. */
export function someTimesASecond<T>(tell: (news: T) => void, now = () => performance.now()) {
  let last = -Infinity;
  return (news: T): void => {
    if (now() - last < LEAST_BETWEEN_MILLISECONDS) return;
    last = now();
    tell(news);
  };
}
