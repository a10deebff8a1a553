import { z } from 'zod';
import { signBody } from '../../webhooks/sign';
import { faultKind } from '../kind';
import { count, milliseconds, none } from './parameters';

/** Webhooks that come twice, late, in another order, or not as they should. */
export const webhookKinds = [
  faultKind({
    name: 'webhook_duplicated',
    group: 'webhooks',
    does: 'The same webhook is sent several times at once.',
    parameters: z.strictObject({ copies: count(1, 50) }),
    webhook: ({ copies }) => ({
      emit: (sending) => ({ ...sending, copies: sending.copies + copies }),
    }),
  }),
  faultKind({
    name: 'webhook_reordered',
    group: 'webhooks',
    does: 'Each webhook is held for a time of its own, so that later ones overtake it.',
    parameters: z.strictObject({ within_ms: milliseconds(5_000) }),
    webhook: (given) => ({
      emit: (sending, { random }) => ({
        ...sending,
        delayMs: sending.delayMs + Math.floor(random.fraction() * given.within_ms),
      }),
    }),
  }),
  faultKind({
    name: 'webhook_delayed',
    group: 'webhooks',
    does: 'The webhook comes late.',
    parameters: z.strictObject({ ms: milliseconds(60_000) }),
    webhook: ({ ms }) => ({
      emit: (sending) => ({ ...sending, delayMs: sending.delayMs + ms }),
    }),
  }),
  faultKind({
    name: 'webhook_burst',
    group: 'webhooks',
    does: 'Webhooks are held back and all come at the same moment.',
    parameters: z.strictObject({ every_ms: milliseconds(10_000) }),
    webhook: (given) => ({
      emit: (sending, { clock }) => {
        const everyMs = Math.max(given.every_ms, 1);
        return { ...sending, delayMs: everyMs - (clock.now() % everyMs) };
      },
    }),
  }),
  faultKind({
    name: 'webhook_dropped',
    group: 'webhooks',
    does: 'The webhook is never sent.',
    parameters: none,
    webhook: () => ({ emit: (sending) => ({ ...sending, isDropped: true }) }),
  }),
  faultKind({
    name: 'webhook_unknown_type',
    group: 'webhooks',
    does: 'The webhook is sent with a type that nobody documents.',
    parameters: z.strictObject({ type: z.string().min(1).default('brand_new_event') }),
    webhook: ({ type }) => ({ emit: (sending) => ({ ...sending, type }) }),
  }),
  faultKind({
    name: 'webhook_badly_signed',
    group: 'webhooks',
    does: 'The attempt carries a signature made with a wrong secret.',
    parameters: none,
    webhook: () => ({
      send: (posting) => ({ ...posting, signature: signBody(posting.body, 'not the secret') }),
    }),
  }),
  faultKind({
    name: 'webhook_unsigned',
    group: 'webhooks',
    does: 'The attempt carries no signature.',
    parameters: none,
    webhook: () => ({ send: (posting) => ({ ...posting, signature: null }) }),
  }),
  faultKind({
    name: 'webhook_old_secret',
    group: 'webhooks',
    does: 'The attempt is signed with the secret from before the last rotation.',
    parameters: none,
    obstacle: ({ client }) =>
      client.oldSecret === null
        ? 'There is no old secret to sign with: none was rotated yet. Run secret rotate first.'
        : null,
    webhook: () => ({
      send: (posting, { client }) => {
        const secret = client.oldSecret?.secret ?? client.clientSecret;
        return { ...posting, signature: signBody(posting.body, secret) };
      },
    }),
  }),
  faultKind({
    name: 'webhook_truncated',
    group: 'webhooks',
    does: 'Only the first half of the body arrives, under the signature of the whole.',
    parameters: none,
    webhook: () => ({
      send: (posting) => ({
        ...posting,
        body: posting.body.slice(0, Math.floor(posting.body.length / 2)),
      }),
    }),
  }),
  faultKind({
    name: 'webhook_reset',
    group: 'webhooks',
    does: 'The connection of the attempt is cut before the body has arrived, or after it was handled, so that the answer is lost.',
    parameters: z.strictObject({ at: z.enum(['before', 'after']).default('before') }),
    webhook: ({ at }) => ({ send: (posting) => ({ ...posting, cut: at }) }),
  }),
];
