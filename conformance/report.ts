import { operationOf, operationsById } from './operation-id';
import type { Result } from './play';
import type { Difference } from './records/compare';

type Outcome = Result['outcome'];
const outcomes = ['passed', 'failed', 'skipped', 'missing'] as const satisfies readonly Outcome[];

/** The whole report, for a terminal. */
export function reportText(
  target: string,
  results: readonly Result[],
  differences: readonly Difference[],
): string {
  const resources = new Set([...operationsById.keys()].map(resourceOf));
  return [
    `Conformance of the ${target} with what is known of Astra's API`,
    ...[...resources].flatMap((resource) => tableOf(resource, results)),
    ...failureLines(results),
    ...reasonLines('Skipped', results, 'skipped'),
    ...missingLines(results),
    ...differenceLines(differences),
    '',
    outcomes.map((outcome) => `${countOf(results, outcome)} ${outcome}`).join(', '),
  ].join('\n');
}

/** Whether the run is a success. */
export function isConforming(
  results: readonly Result[],
  differences: readonly Difference[],
): boolean {
  const isComplete = countOf(results, 'missing') === 0;
  return countOf(results, 'failed') === 0 && differences.length === 0 && isComplete;
}

function tableOf(resource: string, results: readonly Result[]): string[] {
  const ids = [...operationsById.keys()].filter((id) => resourceOf(id) === resource);
  const head = `${resource.padEnd(52)}${outcomes.map((outcome) => outcome.padStart(9)).join('')}`;
  const rows = ids.map((id) => {
    const { method, path } = operationOf(id);
    const own = results.filter(({ operation }) => operation === id);
    const counts = outcomes.map((outcome) => String(countOf(own, outcome) || '·').padStart(9));
    return `  ${method.padEnd(7)}${path.padEnd(43)}${counts.join('')}`;
  });
  return ['', head, ...rows];
}

function failureLines(results: readonly Result[]): string[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return [];
  return [
    '',
    'Failed',
    ...failed.map((result) => `  ${titleOf(result)}: ${result.why.join('; ')}`),
  ];
}

/** Cases by what keeps them from being played. */
function reasonLines(title: string, results: readonly Result[], outcome: Outcome): string[] {
  const reasons = groupBy(
    results.filter((result) => result.outcome === outcome),
    ({ why }) => why.join('; '),
  );
  if (reasons.size === 0) return [];
  const lines = [...reasons].flatMap(([reason, cases]) => [
    `  ${reason}:`,
    ...cases.map((result) => `    ${titleOf(result)}`),
  ]);
  return ['', title, ...lines];
}

/** Endpoint by endpoint: what is not there makes all its cases wait, which need no list. */
function missingLines(results: readonly Result[]): string[] {
  const missing = results.filter(({ outcome }) => outcome === 'missing');
  const byOperation = groupBy(missing, ({ operation }) => operation);
  if (byOperation.size === 0) return [];
  const lines = [...byOperation].map(([id, cases]) => {
    const reasons = [...new Set(cases.flatMap(({ why }) => why))].join('; ');
    return `  ${id.padEnd(34)}${String(cases.length).padStart(4)} cases: ${reasons}`;
  });
  return ['', 'Missing', ...lines];
}

function differenceLines(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const lines = differences.flatMap((difference) => [
    `  ${titleOf(difference)}`,
    ...difference.sentences.map((sentence) => `    ${sentence}`),
  ]);
  return ['', 'Where the sandbox is not as documented, or not as the emulator', ...lines];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function titleOf({ operation, name }: { operation: string; name: string }): string {
  return `${operation} ${name}`;
}

function resourceOf(id: string): string {
  return id.split('.')[0] ?? '';
}

function countOf(results: readonly Result[], outcome: Outcome): number {
  return results.filter((result) => result.outcome === outcome).length;
}
