import { z } from 'zod';
import { durationForms, isoTime, readDuration } from '../../clock/moments';
import { webhookTypes } from '../../contract';
import { Problem } from '../../server/problem';
import { emitWebhook } from '../../webhooks/emit';
import type { World } from '../../world';
import { command } from '../command';

const shownDeliveries = 50;

type Subject = { readonly userId: string | null; readonly resourceId: string };

/** Sending webhooks once more, and the secret that signs them. */
export const webhookCommands = [
  command({
    name: 'trigger',
    does: 'Sends a webhook for a resource, or for the newest one of a user: --resource ID, --user ID.',
    words: ['type'],
    parameters: z.strictObject({
      type: z.enum(webhookTypes),
      user: z.string().min(1).optional(),
      resource: z.string().min(1).optional(),
    }),
    run: ({ world }, { type, user, resource }) => {
      const subject = subjectOf(world, type, user, resource);
      world.store.transaction(() => emitWebhook(world, { type, ...subject }));
      return { triggered: type, user_id: subject.userId, resource_id: subject.resourceId };
    },
  }),
  command({
    name: 'deliveries list',
    does: `Lists the latest ${shownDeliveries} webhooks.`,
    parameters: z.strictObject({}),
    run: ({ world }) =>
      world.store.deliveries.all(shownDeliveries).map((row) => ({
        id: row.id,
        type: row.type,
        resource_id: row.resourceId,
        status: row.status,
        attempts: row.attempts.length,
        created: isoTime(row.createdMs),
      })),
  }),
  command({
    name: 'deliveries resend',
    does: 'Makes one more attempt now, with the same webhook_id.',
    words: ['id'],
    parameters: z.strictObject({ id: z.string() }),
    run: ({ world, deliverer }, { id }) => {
      if (world.store.deliveries.get(id) === undefined) throw new Problem(404, `No webhook ${id}.`);
      world.store.transaction(() => deliverer.resend(id));
      return { resent: id };
    },
  }),
  command({
    name: 'secret rotate',
    does: 'Makes a new client secret. Basic takes the old one for --accept-old-for 24h.',
    parameters: z.strictObject({ accept_old_for: z.string().default('24h') }),
    run: (director, given) => {
      const acceptedMs = readDuration(given.accept_old_for);
      if (acceptedMs === null) {
        throw new Problem(400, `"${given.accept_old_for}" is no duration. ${durationForms}`);
      }
      director.rotateSecret(acceptedMs);
      const { clientId, clientSecret } = director.world.client;
      return { client_id: clientId, client_secret: clientSecret };
    },
  }),
  command({
    name: 'secret sign-with',
    does: 'Signs webhooks with the new secret, or with the old one.',
    words: ['which'],
    parameters: z.strictObject({ which: z.enum(['new', 'old']) }),
    run: (director, { which }) => {
      if (which === 'old' && director.world.client.oldSecret === null) {
        throw new Problem(400, 'There is no old secret: none was rotated yet.');
      }
      director.signWebhooksWith(which);
      return { webhooks_signed_with: which };
    },
  }),
];

/** Whom and what a webhook is about. A resource that the emulator does not keep is taken as given. */
function subjectOf(
  world: World,
  type: string,
  user: string | undefined,
  resource: string | undefined,
): Subject {
  if (user !== undefined && world.store.users.get(user) === undefined) {
    throw new Problem(404, `There is no user ${user}.`);
  }
  const { latest, owner } = kept(world, type);
  const resourceId = resource ?? (user === undefined ? undefined : latest(user));
  if (resourceId === undefined) {
    const hint = user === undefined ? 'Name a --resource or a --user.' : 'That user has none.';
    throw new Problem(400, `No resource for ${type}. ${hint}`);
  }
  return { userId: owner(resourceId) ?? user ?? null, resourceId };
}

/** Where the resources of a webhook type are kept. */
function kept({ store }: World, type: string) {
  const owned = (rows: {
    latest(index: 'user', key: string): { id: string } | undefined;
    get(id: string): { userId: string } | undefined;
  }) => ({
    latest: (user: string) => rows.latest('user', user)?.id,
    owner: (id: string) => rows.get(id)?.userId,
  });
  if (type.startsWith('card_')) return owned(store.cards);
  if (type.startsWith('routine_')) return owned(store.routines);
  if (type.startsWith('transfer_')) return owned(store.transfers);
  if (type === 'user_updated') {
    return { latest: (user: string) => user, owner: (id: string) => store.users.get(id)?.id };
  }
  if (type === 'user_intent_updated') {
    // Astra's own sample carries the intent's id in both places.
    return { latest: () => undefined, owner: (id: string) => store.intents.get(id)?.id };
  }
  return { latest: () => undefined, owner: () => undefined };
}
