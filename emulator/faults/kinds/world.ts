import { createHash } from 'node:crypto';
import { z } from 'zod';
import { setCardStatus } from '../../engine/cards';
import { setUserStatus } from '../../engine/identity';
import { json, type Reply } from '../../server/messages';
import { Problem } from '../../server/problem';
import { tokenOwner } from '../../state/collections';
import { type Call, faultKind } from '../kind';
import { none } from './parameters';

/** Just before the call, something happens to the person it is made for. */
export const worldKinds = [
  faultKind({
    name: 'token_revoked',
    group: 'world',
    does: "The person's access token is revoked just before the call; refreshing still works.",
    parameters: none,
    call: () => ({ strike: (call) => revoke(call, ['accessTokens']) }),
  }),
  faultKind({
    name: 'authorization_revoked',
    group: 'world',
    does: "The person's access and refresh tokens are revoked just before the call.",
    parameters: none,
    call: () => ({ strike: (call) => revoke(call, ['accessTokens', 'refreshTokens']) }),
  }),
  faultKind({
    name: 'user_suspended',
    group: 'world',
    does: 'The person is suspended just before the call.',
    parameters: none,
    call: () => ({
      strike: ({ world, userId }) => {
        const user = world.store.users.get(userId ?? '');
        if (user !== undefined) setUserStatus(world, user.id, 'suspended', [user.status]);
      },
    }),
  }),
  faultKind({
    name: 'card_flagged',
    group: 'world',
    does: "The person's newest card, or the one named, is flagged just before the call.",
    parameters: z.strictObject({ card_id: z.string().optional() }),
    call: (given) => ({
      strike: ({ world, userId }) => {
        const { cards } = world.store;
        const card =
          given.card_id === undefined
            ? cards.latest('user', userId ?? '')
            : cards.get(given.card_id);
        if (card?.status === 'approved') setCardStatus(world, card, 'flagged');
      },
    }),
  }),
];

/** Places where Astra's documentation leaves two ways open. Without them the first applies. */
export const switchKinds = [
  faultKind({
    name: 'refresh_rotated',
    group: 'switches',
    does: 'A refresh token ends with its first use. Otherwise it may be used again until its end.',
    parameters: none,
    call: () => ({
      around: ({ world, request }, next) => {
        const reply = next();
        const used = request.form.text('refresh_token');
        if (used !== '' && reply.status === 200) world.store.refreshTokens.delete(used);
        return reply;
      },
    }),
  }),
  faultKind({
    name: 'idempotency_honoured',
    group: 'switches',
    does: 'A repeated Idempotency-Key gets the first answer again, and 409 with another body. Otherwise the key is ignored.',
    parameters: none,
    call: () => ({ around: answerOnce }),
  }),
];

function revoke({ world, userId }: Call, kinds: ('accessTokens' | 'refreshTokens')[]): void {
  const key = tokenOwner({ clientId: world.client.clientId, userId: userId ?? '' });
  for (const kind of kinds) {
    const tokens = world.store[kind];
    for (const row of tokens.newest('owner', key, tokens.size)) tokens.delete(row.id);
  }
}

/** A key belongs to one operation of one person; only success is kept, refusals may be retried. */
function answerOnce(call: Call, next: () => Reply): Reply {
  const key = call.request.headers['idempotency-key'];
  if (typeof key !== 'string' || call.request.method === 'GET') return next();
  const { answers } = call.world.store;
  const id = `${call.operation} ${call.userId ?? ''} ${key}`;
  const known = answers.get(id);
  const bodyHash = createHash('sha256').update(call.request.body).digest('hex');
  if (known !== undefined) {
    if (known.bodyHash !== bodyHash) throw keyUsedOtherwise();
    return { status: known.status, headers: known.headers, body: known.body };
  }
  const reply = next();
  if (reply.status < 300) {
    const headers = reply.headers ?? json(reply.status, null).headers ?? {};
    answers.put({ id, status: reply.status, headers, body: String(reply.body ?? ''), bodyHash });
    answers.trim(keptAnswers);
  }
  return reply;
}

/** Astra documents no such answer: status and words are the emulator's. */
function keyUsedOtherwise(): Problem {
  return new Problem(409, 'This Idempotency-Key was used before with a different request body.');
}

const keptAnswers = 1_000;
