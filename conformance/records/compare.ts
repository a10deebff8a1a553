import type { TargetRecord } from './record';

type Observed = TargetRecord['cases'][string][string];

/** Where the emulator and the sandbox answer differently in one case, one sentence each. */
export type Difference = { operation: string; name: string; sentences: readonly string[] };

/**
 * Lays what the two answered over each other.
 *
 * Cases that only one of them was asked are no difference: an account cannot do everything. Nor are
 * endpoints that the emulator lacks: its own run lists those as missing.
 */
export function compareRecords(emulator: TargetRecord, sandbox: TargetRecord): Difference[] {
  const invented = sandbox.missing
    .filter((operation) => !emulator.missing.includes(operation))
    .map((operation) => ({
      operation,
      name: 'as a whole',
      sentences: ['the sandbox has no such endpoint'],
    }));
  const answered = Object.entries(emulator.cases).flatMap(([operation, cases]) =>
    Object.entries(cases).map(([name, mine]) => {
      const theirs = sandbox.cases[operation]?.[name];
      return { operation, name, sentences: theirs ? sentencesAbout(mine, theirs) : [] };
    }),
  );
  return [...invented, ...answered.filter(({ sentences }) => sentences.length > 0)];
}

function sentencesAbout(emulator: Observed, sandbox: Observed): string[] {
  const sentence = (place: string, mine: string | number, theirs: string | number) =>
    `${place}: emulator ${mine}, sandbox ${theirs}`;
  if (emulator.status !== sandbox.status) {
    return [sentence('status', emulator.status, sandbox.status)];
  }
  const places = new Set([...Object.keys(emulator.shape), ...Object.keys(sandbox.shape)]);
  return [...places].sort().flatMap((place) => {
    const mine = emulator.shape[place] ?? 'absent';
    const theirs = sandbox.shape[place] ?? 'absent';
    return mine === theirs ? [] : [sentence(place, mine, theirs)];
  });
}
