#!/usr/bin/env node
// Stands where DevTools' own command line stands: `automator.launch({ cliPath: 'local/devtools/cli.cjs', … })`.
require('tsx/cjs');
require('./main.ts');
