import type { z } from 'zod';
import type { Reply, Request } from '../server/messages';
import type { World } from '../world';

/** A call that a fault may strike. */
export type Call = {
  readonly world: World;
  /** Such as `routines.create`. */
  readonly operation: string;
  readonly request: Request;
  /** Whose token it carries, or whom it names; null for nobody. */
  readonly userId: string | null;
};

/** What a fault does to a call, each part at its own moment. */
export type CallHooks = {
  /** In the transaction that counts the fault, before the call's own: it stays whatever happens. */
  readonly strike?: (call: Call) => void;
  /** How long the call waits before anything else happens. */
  readonly waitMs?: (call: Call) => number;
  /** Whether the call is held until somebody lets it go: before its work, or before its answer. */
  readonly holds?: 'before' | 'after';
  /** Around the endpoint, inside its transaction. Not calling `next` means: no effect. */
  readonly around?: (call: Call, next: () => Reply) => Reply;
  /** After the transaction: the work is done and stays done, only the answer can change. */
  readonly after?: (reply: Reply, call: Call) => Reply;
};

/** When and how often a webhook goes out. */
export type Sending = {
  readonly delayMs: number;
  readonly copies: number;
  readonly isDropped: boolean;
  readonly type: string;
};

/** One attempt to hand a webhook over, as it will travel. */
export type Posting = {
  readonly body: string;
  readonly signature: string | null;
  /** Where its connection is cut: in the middle of the body, or once it was answered. */
  readonly cut?: 'before' | 'after';
};

/** What a fault does to a webhook: when it is made, or at each attempt. */
export type WebhookHooks = {
  readonly emit?: (sending: Sending, world: World) => Sending;
  readonly send?: (posting: Posting, world: World) => Posting;
};

/** The groups in which kinds are listed. */
export const faultGroups = {
  refused: 'Answers without the effect',
  lost: 'The effect, but no good answer',
  slow: 'Time',
  reads: 'Reads that are not up to date',
  world: 'Things that happen to people',
  switches: 'Switches for what is not known of Astra',
  webhooks: 'Webhooks',
} as const;

/** A kind of fault, as data: what people read, what it takes, what it does. */
export type FaultKind = {
  readonly name: string;
  readonly group: keyof typeof faultGroups;
  readonly does: string;
  readonly parameters: z.ZodObject;
  /** Why it could not strike in this world, as a sentence; null when it can. */
  readonly obstacle?: (world: World) => string | null;
  readonly call?: (parameters: unknown) => CallHooks;
  readonly webhook?: (parameters: unknown) => WebhookHooks;
};

/** Checks a kind's hooks against its own parameters, and hides their type from the registry. */
export function faultKind<Parameters extends z.ZodObject>(kind: {
  name: string;
  group: FaultKind['group'];
  does: string;
  parameters: Parameters;
  obstacle?: (world: World) => string | null;
  call?: (parameters: z.output<Parameters>) => CallHooks;
  webhook?: (parameters: z.output<Parameters>) => WebhookHooks;
}): FaultKind {
  const { call, webhook, ...rest } = kind;
  return {
    ...rest,
    ...(call && { call: (given: unknown) => call(kind.parameters.parse(given)) }),
    ...(webhook && { webhook: (given: unknown) => webhook(kind.parameters.parse(given)) }),
  };
}
