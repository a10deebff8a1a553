/** A reason not to start that its reader can do something about: printed as one sentence. */
export class StartError extends Error {}
