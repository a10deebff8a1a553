import { runStack } from './stack/run-stack';
import { localSettings } from './stack/settings';
import { welcome } from './stack/welcome';

// `npm run dev`: the same as the demo, with hot reload.
await runStack({ settings: localSettings, mode: 'development', ownFile: true, welcome });
