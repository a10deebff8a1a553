import type { Case } from './case';
import { departuresOf } from './expectation';
import { operationOf } from './operation-id';
import { SkipCase } from './skip-case';
import { MissingEndpoint, type Stage } from './stage/stage';
import type { Answer } from './wire';

/** How a case went. `why` is a complaint, or the reason for not playing it. */
export type Result = {
  operation: string;
  name: string;
  outcome: 'passed' | 'failed' | 'skipped' | 'missing';
  why: readonly string[];
  /** Where the sandbox answers otherwise than is documented: which keys it may leave out is not. */
  departures: readonly string[];
  /** The answers that the case is about. */
  answers: readonly Answer[];
};

/** Plays one case; never throws. */
export async function play(
  stage: Stage,
  { operation, name, sandbox, ...rest }: Case,
): Promise<Result> {
  const answers: Answer[] = [];
  const isSandbox = stage.target.name === 'sandbox';
  const ended = (outcome: Result['outcome'], ...why: string[]): Result => ({
    operation,
    name,
    outcome,
    why,
    departures: isSandbox ? departuresIn(operation, answers) : [],
    answers,
  });
  if (stage.missing.has(operation)) return ended('missing', 'the endpoint itself');
  if (isSandbox && sandbox) return ended('skipped', sandbox.skip);
  try {
    const complaints = [...(await rest.play(stage, (answer) => answers.push(answer)))];
    // Nobody but us says what the emulator may leave out.
    if (complaints.length === 0 && !isSandbox) complaints.push(...departuresIn(operation, answers));
    if (complaints.length === 0) return ended('passed');
    if (answers.at(-1)?.status === 501) return ended('missing', 'a part of the endpoint');
    return ended('failed', ...complaints);
  } catch (error) {
    if (error instanceof SkipCase) return ended('skipped', error.message);
    if (error instanceof MissingEndpoint) return ended('missing', error.message);
    return ended('failed', error instanceof Error ? error.message : String(error));
  }
}

function departuresIn(id: string, answers: readonly Answer[]): string[] {
  return [...new Set(answers.flatMap((answer) => departuresOf(operationOf(id), answer)))];
}
