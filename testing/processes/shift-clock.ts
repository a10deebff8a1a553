/**
 * What to `--import` into a Node process so that its clock goes wrong by this much, as that of a
 * machine whose time nobody keeps. Waiting is not changed by it.
 */
export function shiftClock(ms: number): string {
  const code = `
    const True = Date;
    globalThis.Date = class extends True {
      constructor(...given) {
        super(...(given.length === 0 ? [True.now() + ${ms}] : given));
      }
      static now() {
        return True.now() + ${ms};
      }
    };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
