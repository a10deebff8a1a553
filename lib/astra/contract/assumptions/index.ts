/**
 * Every place where Astra's contract is silent and we had to assume something.
 *
 * The client and the emulator both read this module, so correcting an assumption is a change here
 * and nowhere else. `docs/guides/before-you-go-live.md` lists them for a talk with Astra.
 */
export * from './accounts';
export * from './behaviour';
export * from './business-profiles';
export * from './cards';
export * from './client-info';
export * from './hosted-pages';
export * from './partner-identity';
export * from './payment-instruments';
export * from './payment-links';
export * from './routines';
export * from './transfer-parts';
export * from './user-changes';
