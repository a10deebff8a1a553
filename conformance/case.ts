import { complaintsAbout, type Expectation } from './expectation';
import { type OperationId, operationOf } from './operation-id';
import type { Stage } from './stage/stage';
import { type Answer, send, type WireRequest } from './wire';

/** Why a case cannot be played against the real sandbox. Without one it is. */
export type SandboxSkip = { skip: string };

/** One thing that is true of an endpoint. */
export type Case = {
  operation: string;
  /** A sentence. */
  name: string;
  sandbox?: SandboxSkip;
  /**
   * @param observe is given every answer that the case is about.
   * @returns what is wrong; nothing when all is well.
   */
  play: (stage: Stage, observe: (answer: Answer) => void) => Promise<string[]>;
};

type Exchange<Arranged, Id extends string> = {
  operation: Id;
  name: string;
  sandbox?: SandboxSkip | undefined;
  /** Makes what the request needs. */
  arrange: (stage: Stage) => Promise<Arranged>;
  request: (arranged: Arranged, stage: Stage) => WireRequest;
  expect: Expectation | ((arranged: Arranged, stage: Stage) => Expectation);
};

/** For {@link rule}: nothing has to be there. */
export const nothing = async (): Promise<undefined> => undefined;

/** A documented rule: a case of one request and its answer, on the wire. */
export function rule<Arranged>(spec: Exchange<Arranged, OperationId>): Case {
  return exchange(spec);
}

/** The same for an endpoint that comes out of the contract's table. */
export function exchange<Arranged>(spec: Exchange<Arranged, string>): Case {
  const { operation, name, sandbox } = spec;
  return {
    operation,
    name,
    ...(sandbox && { sandbox }),
    play: async (stage, observe) => {
      const arranged = await spec.arrange(stage);
      const described = operationOf(operation);
      const answer = await send(stage.target, described, spec.request(arranged, stage));
      observe(answer);
      const expected =
        typeof spec.expect === 'function' ? spec.expect(arranged, stage) : spec.expect;
      return complaintsAbout(described, answer, expected);
    },
  };
}
