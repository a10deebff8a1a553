/**
 * The one door between the emulator and the app's code: what travels on the wire, and every
 * assumption about it. Signing, money and state rules are the emulator's own, or it would share the
 * app's mistakes and its tests would prove nothing.
 */
export * from '../lib/astra/contract/index';
