import { z } from 'zod';
import { faultKind } from '../kind';
import { count, milliseconds } from './parameters';

/** Reads as they may come from a copy of the data that lags behind. Calls that write are spared. */
export const readKinds = [
  faultKind({
    name: 'stale_read',
    group: 'reads',
    does: 'Reads show objects as they were some time ago.',
    parameters: z.strictObject({ ms: milliseconds(2_000) }),
    call: ({ ms }) => ({
      around: ({ world, request }, next) =>
        request.method === 'GET' ? world.recent.without(ms, 'changed', next) : next(),
    }),
  }),
  faultKind({
    name: 'not_found_yet',
    group: 'reads',
    does: 'An object answers 404 for some time after it was created.',
    parameters: z.strictObject({ ms: milliseconds(3_000) }),
    call: ({ ms }) => ({
      around: ({ world, request }, next) =>
        request.method === 'GET' && Object.keys(request.params).length > 0
          ? world.recent.without(ms, 'created', next)
          : next(),
    }),
  }),
  faultKind({
    name: 'list_lag',
    group: 'reads',
    does: 'Lists leave out for some time what was just created.',
    parameters: z.strictObject({ ms: milliseconds(10_000) }),
    call: ({ ms }) => ({
      around: ({ world, request }, next) =>
        request.method === 'GET' && Object.keys(request.params).length === 0
          ? world.recent.without(ms, 'created', next)
          : next(),
    }),
  }),
  faultKind({
    name: 'shifting_pages',
    group: 'reads',
    does: 'The next page of a list begins with rows of the page before, as if others had come in.',
    parameters: z.strictObject({ by: count(1, 100) }),
    call: ({ by }) => ({
      around: ({ request }, next) => {
        request.hints.set('shift-pages', by);
        return next();
      },
    }),
  }),
];
