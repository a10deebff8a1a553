import { z } from 'zod';
import { assumptions, type Operation } from '@/lib/astra/contract';
import { type Case, exchange } from '../case';
import type { Filled } from '../example';
import { complaintsAbout, refusesField, succeeds } from '../expectation';
import type { Stage } from '../stage/stage';
import { type Answer, send } from '../wire';
import type { Described } from './common-cases';

const { cursorParameter, sizeParameter, maximumSize } = assumptions.pagination;

/** So many pages that something is wrong. */
const mostPages = 200;

const page = z.looseObject({
  count: z.number().optional(),
  cursor: z.string().nullish(),
  more: z.boolean().nullish(),
});

/** How every list comes: newest first, counted, in pages. */
export function listCases({ id, operation, example }: Described): Case[] {
  const { sandbox, fill } = example;
  const refusal = (name: string, parameter: string, value: string | number) =>
    exchange({
      operation: id,
      name,
      sandbox,
      arrange: async (stage) => (await example.prepare(stage)).request,
      request: (request) => ({ ...request, query: { ...request.query, [parameter]: value } }),
      expect: refusesField(parameter),
    });
  return [
    refusal('refuses pages of none', sizeParameter, 0),
    refusal(`refuses pages of more than ${maximumSize}`, sizeParameter, maximumSize + 1),
    refusal('refuses a cursor that it did not give', cursorParameter, 'made-up'),
    ...(fill
      ? [
          {
            operation: id,
            name: 'comes newest first, in pages of one without gap or overlap',
            ...(sandbox && { sandbox }),
            play: async (stage: Stage, observe: (answer: Answer) => void) =>
              walkPages(stage, operation, await fill(stage), observe),
          },
        ]
      : []),
  ];
}

async function walkPages(
  { target }: Stage,
  operation: Operation,
  { request, oldestFirst }: Filled,
  observe: (answer: Answer) => void,
): Promise<string[]> {
  const seen: string[] = [];
  const wanted = new Set(oldestFirst);
  let cursor: string | undefined;
  for (
    let pages = 0;
    pages < mostPages && oldestFirst.some((id) => !seen.includes(id));
    pages += 1
  ) {
    const query = {
      ...request.query,
      [sizeParameter]: 1,
      ...(cursor !== undefined && { [cursorParameter]: cursor }),
    };
    const answer = await send(target, operation, { ...request, query });
    if (pages === 0) observe(answer);
    const complaints = complaintsAbout(operation, answer, succeeds());
    if (complaints.length > 0) return complaints;
    const { count, ...rest } = page.parse(answer.body);
    const ids = idsIn(answer, operation.plural ?? '');
    if (ids.length !== 1) return [`has a page of ${ids.length} entries where 1 was asked for`];
    if (count !== undefined && count !== 1) return [`counts ${count} entries on a page of 1`];
    seen.push(...ids);
    cursor = rest.cursor ?? undefined;
    if (!rest.more || cursor === undefined) break;
  }
  if (new Set(seen).size !== seen.length) return ['shows an entry on two pages'];
  const found = seen.filter((id) => wanted.has(id));
  const isInOrder = [...oldestFirst].reverse().join() === found.join();
  return isInOrder ? [] : ['does not show what was just made, newest first'];
}

/** The ids on a page. */
export function idsIn({ body }: Pick<Answer, 'body'>, plural: string): string[] {
  const list = z.record(z.string(), z.unknown()).parse(body)[plural];
  return z
    .array(z.looseObject({ id: z.string() }))
    .parse(list)
    .map(({ id }) => id);
}
