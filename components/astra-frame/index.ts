export { AstraFrame } from './astra-frame';
export type { FrameOutcome } from './parse-frame-message';
