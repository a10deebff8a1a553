/** How long each part of a run took, to be printed at its end. */
export function createStopwatch() {
  let since = performance.now();
  const parts: string[] = [];
  return {
    lap: (what: string): void => {
      const now = performance.now();
      parts.push(`${what} in ${((now - since) / 1000).toFixed(1)} s`);
      console.log(parts.at(-1));
      since = now;
    },
    laps: () => parts.join(', '),
  };
}
