import type { z } from 'zod';
import type { Director } from './director';

/** One thing that may be asked of a running emulator: over HTTP, as a command, or in the console. */
export type Command = {
  /** As typed: `clock advance`. Over HTTP the words are the path. */
  readonly name: string;
  readonly does: string;
  /** Parameters that may be given by place, without their name. */
  readonly words: readonly string[];
  readonly parameters: z.ZodObject;
  /** @returns what to answer, as JSON. @throws Problem with a sentence about what is wrong */
  readonly run: (director: Director, given: unknown) => Promise<unknown>;
};

/** Checks a command against its own parameters, and hides their type from the registry. */
export function command<Parameters extends z.ZodObject>(definition: {
  name: string;
  does: string;
  words?: readonly (keyof z.output<Parameters> & string)[];
  parameters: Parameters;
  run: (director: Director, given: z.output<Parameters>) => unknown;
}): Command {
  const { run, words = [], ...rest } = definition;
  return {
    ...rest,
    words,
    run: async (director, given) => run(director, definition.parameters.parse(given)),
  };
}
