import { Problem } from '../server/problem';

/** Astra's words for a link that does not fit the person, or whose session token is worth nothing. */
const words = 'Token Authentication Required';

/** The one error that Astra documents for its pages, with what is behind it. */
export class TokenProblem extends Problem {
  readonly explanation: string;

  constructor(explanation: string) {
    super(400, words);
    this.explanation = explanation;
  }
}
