/** Thrown by a case: this account or target cannot do, or does not let us learn, what it is about. */
export class SkipCase extends Error {}
