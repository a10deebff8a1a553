import type { EndChoice, EndKind } from '@/lib/payments/ends/list-end-choices';

/** The value that stands for somebody else's card or account. */
export const anotherPerson = 'person';

/** What is chosen at both ends of a payment, as far as it is. */
export type Ends = { source: string | undefined; destination: string | undefined };

/** So many can be shown one by one; of more, people pick from a list. */
const few = 6;

export function areFew(choices: readonly EndChoice[]): boolean {
  return choices.length <= few;
}

export function findChoice(choices: readonly EndChoice[], value: string | undefined) {
  return choices.find((choice) => choice.value === value);
}

/** Why money cannot come from this at all; null when it can. */
export function sourceObstacle({ from }: EndChoice): string | null {
  return from.card && from.account ? from.card : null;
}

/** Why money cannot go there; null when it can. Depends on where it comes from, if that is known. */
export function destinationObstacle(choice: EndChoice, source: EndChoice | undefined) {
  const { value, kind, to } = choice;
  if (!source) return to.card && to.account ? to.account : null;
  if (value === source.value) return `You are sending from this ${kind}.`;
  // What is wrong with the thing itself, whatever pays it, is said first.
  const itself = to.card && to.account ? to.account : null;
  return itself ?? source.from[kind] ?? to[source.kind];
}

/** Whether any of these can pay something: another one here, or what somebody else receives on. */
export function canSendFrom(choices: readonly EndChoice[]): boolean {
  return choices.some((choice) => {
    const { kind, from } = choice;
    if (sourceObstacle(choice)) return false;
    return destinationsFor(choices, choice).length > 0 || from[kind] === null;
  });
}

/**
 * What stands in a new form: of few cards the oldest and the newest that fit, and accounts for want
 * of cards. Of many, nothing: with so many, what we picked would be wrong and might be overlooked.
 */
export function firstEnds(choices: readonly EndChoice[]): Ends {
  if (!areFew(choices)) return { source: undefined, destination: undefined };
  const sources = choices.filter(
    (choice) => sourceObstacle(choice) === null && destinationsFor(choices, choice).length > 0,
  );
  const source =
    sources.findLast(({ kind }) => kind === 'card') ??
    sources.at(-1) ??
    choices.find((choice) => sourceObstacle(choice) === null);
  return { source: source?.value, destination: destinationsFor(choices, source)[0]?.value };
}

/**
 * The ends once another source is chosen. If that was the destination, or cannot pay it, the person
 * chooses a new one, unless there is but one.
 */
export function withSource(choices: readonly EndChoice[], ends: Ends, value: string): Ends {
  const possible = destinationsFor(choices, findChoice(choices, value));
  const isStillPossible =
    ends.destination === anotherPerson ||
    possible.some((choice) => choice.value === ends.destination);
  if (isStillPossible) return { ...ends, source: value };
  return { source: value, destination: possible.length === 1 ? possible[0]?.value : undefined };
}

function destinationsFor(choices: readonly EndChoice[], source: EndChoice | undefined) {
  return choices.filter((choice) => destinationObstacle(choice, source) === null);
}

/** From what to what the money goes, as far as it is chosen; of other people nobody knows. */
export function kindsOf(choices: readonly EndChoice[], ends: Ends) {
  const kindOf = (value: string | undefined): EndKind | undefined =>
    findChoice(choices, value)?.kind;
  return {
    from: kindOf(ends.source),
    to: ends.destination === anotherPerson ? ('person' as const) : kindOf(ends.destination),
  };
}
