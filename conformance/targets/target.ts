/** Whom the suite asks: the emulator, or Astra's sandbox. */
export type Target = {
  name: 'emulator' | 'sandbox';
  urls: { api: string; secure: string; app: string };
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** For accounts made by their numbers; it differs from client to client. Null when not known. */
  institutionId: string | null;
  /** Reads the newest text message to a phone. Null where the message reaches a real phone. */
  readSmsCode: ((tenDigits: string) => Promise<string>) | null;
  /** The resource of the newest webhook of a type. Null where we are not the one who is told. */
  readWebhook: ((type: string) => Promise<string | undefined>) | null;
  /** The token of a person who was authorized by hand; null when there is none. */
  accessToken: string | null;
  /** How long something that happens by itself may take. */
  patienceMs: number;
  stop: () => Promise<void>;
};
