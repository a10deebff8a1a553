/** What travels between a partner and Astra, as zod schemas, with every assumption marked. */
export * as assumptions from './assumptions';
export * from './cards';
export * from './errors';
export * from './hosted-pages';
export * from './lists';
export * from './open-enum';
export * from './primitives';
export * from './routines';
export * from './tokens';
export * from './transfers';
export * from './user-intents';
export * from './users';
export * from './webhooks';
