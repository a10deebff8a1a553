import { describeParameters } from './describe-parameters';
import { type FaultKind, faultGroups } from './kind';
import { lostKinds } from './kinds/lost';
import { readKinds } from './kinds/reads';
import { refusedKinds } from './kinds/refused';
import { slowKinds } from './kinds/slow';
import { webhookKinds } from './kinds/webhooks';
import { switchKinds, worldKinds } from './kinds/world';

/** Every kind of fault. */
export const faultKinds: readonly FaultKind[] = [
  ...refusedKinds,
  ...lostKinds,
  ...slowKinds,
  ...readKinds,
  ...worldKinds,
  ...switchKinds,
  ...webhookKinds,
];

const byName = new Map(faultKinds.map((kind) => [kind.name, kind]));

export function kindNamed(name: string): FaultKind | undefined {
  return byName.get(name);
}

/** The names of a kind's parameters. */
export function parametersOf(kind: FaultKind): string[] {
  return Object.keys(kind.parameters.shape);
}

/** Every kind by group, as `--help` prints it. */
export function faultHelp(): string {
  const width = Math.max(...faultKinds.map(({ name }) => name.length)) + 2;
  return Object.entries(faultGroups)
    .map(([group, title]) => {
      const lines = faultKinds
        .filter((kind) => kind.group === group)
        .map((kind) => `  ${kind.name.padEnd(width)}${kind.does}${withParameters(kind)}`);
      return `${title}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function withParameters(kind: FaultKind): string {
  const texts = Object.entries(describeParameters(kind)).map(
    ([name, takes]) => `--${name.replaceAll('_', '-')}: ${takes}`,
  );
  return texts.length === 0 ? '' : ` [${texts.join('; ')}]`;
}
