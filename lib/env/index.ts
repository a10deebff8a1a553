import 'server-only';
import { type Environment, environmentSchema } from './schema';

let parsed: Environment | null = null;

/**
 * The environment, checked once. This is the only place that reads the app's settings.
 *
 * @throws Error with one line per missing or malformed variable.
 */
export function env(): Environment {
  if (parsed) return parsed;
  const result = environmentSchema.safeParse(withoutBlanks(process.env));
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `  ${String(path[0])} ${message.replace(/\.$/, '')}.`,
    );
    throw new Error(`The environment is not complete:\n${lines.join('\n')}`);
  }
  parsed = result.data;
  return parsed;
}

/** An empty variable in a `.env` file means "not set". */
function withoutBlanks(variables: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(variables).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return Object.fromEntries(entries);
}
