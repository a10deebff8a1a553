import type { z } from 'zod';
import type { Astra } from '@/lib/astra';
import type { SandboxSkip } from './case';
import type { Stage } from './stage/stage';
import type { WireRequest } from './wire';

/** A request that succeeds, on the wire and through the client. */
type Prepared = { request: WireRequest; viaClient: () => Promise<unknown> };

/** A list with at least two entries. */
export type Filled = {
  request: WireRequest;
  /** Ids of entries, in the order in which they came to be. */
  oldestFirst: readonly string[];
};

/** What the common cases of an endpoint are made of. */
export type Example = {
  sandbox?: SandboxSkip;
  prepare: (stage: Stage) => Promise<Prepared>;
  /** True of this answer beyond the contract. */
  answer?: z.ZodType;
  /** Lists only: puts two entries in. */
  fill?: (stage: Stage) => Promise<Filled>;
};

type ExampleSpec<Arranged> = {
  sandbox?: SandboxSkip;
  arrange: (stage: Stage) => Promise<Arranged>;
  request: (arranged: Arranged, stage: Stage) => WireRequest;
  /** The same call through our client. */
  client: (astra: Astra, arranged: Arranged) => Promise<unknown>;
  answer?: z.ZodType;
  fill?: (stage: Stage) => Promise<Filled>;
};

export function example<Arranged>(spec: ExampleSpec<Arranged>): Example {
  const { arrange, request, client, ...rest } = spec;
  return {
    ...rest,
    prepare: async (stage) => {
      const arranged = await arrange(stage);
      return {
        request: request(arranged, stage),
        viaClient: () => client(stage.astra, arranged),
      };
    },
  };
}
