import { z } from 'zod';
import type { FaultKind } from './kind';

const shape = z.object({
  properties: z.record(
    z.string(),
    z.object({
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      enum: z.array(z.string()).optional(),
      default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    }),
  ),
});

/** What a kind takes: `{ ms: '0 to 86400000 (1000)' }`, with what holds without it in brackets. */
export function describeParameters(kind: FaultKind): Record<string, string> {
  const { properties } = shape.parse(z.toJSONSchema(kind.parameters, { io: 'output' }));
  return Object.fromEntries(
    Object.entries(properties).map(([name, { minimum, maximum, enum: values, default: usual }]) => {
      const range =
        values?.join(' or ') ??
        (maximum === undefined ? 'a text' : `${minimum ?? 0} to ${maximum}`);
      return [name, usual === undefined ? `${range} (may be left out)` : `${range} (${usual})`];
    }),
  );
}
