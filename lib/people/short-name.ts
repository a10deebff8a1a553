/** A name that tells people apart without giving much away: "Edmund H." */
export function shortName(full: string | null): string {
  const [first, ...others] = (full ?? '').split(' ').filter(Boolean);
  if (!first) return 'A person here';
  const initial = others.at(-1)?.[0];
  return initial ? `${first} ${initial}.` : first;
}
