#!/usr/bin/env node
// Stands where DevTools' own command line stands: `automator.launch({ cliPath: 'local/devtools/cli.mjs', … })`.
import { register } from 'tsx/cjs/api';

register();
await import('./main.ts');
