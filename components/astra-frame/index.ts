export { AstraFrame } from './astra-frame';
export type { FrameMessage, FrameOutcome } from './parse-frame-message';
