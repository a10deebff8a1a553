/** The types at each place of a JSON value, `cards[].id: string`. No value of it is kept. */
export type Shape = Readonly<Record<string, string>>;

/**
 * Describes a JSON value by its keys and types. The entries of a list are laid over one another:
 * a field that only some of them have is `absent` in the others.
 */
export function shapeOf(value: unknown): Shape {
  const places = new Map<string, Set<string>>();
  collect([value], '', places);
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([place, types]) => [place, [...types].sort().join(' or ')]),
  );
}

function collect(
  values: readonly unknown[],
  place: string,
  places: Map<string, Set<string>>,
): void {
  places.set(place || 'body', new Set(values.map(typeOf)));
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  const entries = lists.flat();
  if (entries.length > 0) collect(entries, `${place}[]`, places);
  const objects = values.filter(isObject);
  for (const key of new Set(objects.flatMap(Object.keys))) {
    const inner = objects.map((each) => (Object.hasOwn(each, key) ? each[key] : undefined));
    collect(inner, place ? `${place}.${key}` : key, places);
  }
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
