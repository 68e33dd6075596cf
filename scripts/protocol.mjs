// Talks to the built server (dist/xencfg.js) as editors do.
//   node scripts/protocol.mjs [PART OF A FILE NAME]...
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runTests } from './node-tests.mjs';

if (existsSync(path.join(import.meta.dirname, '../dist/xencfg.js'))) {
  const options = ['--test-concurrency=2', '--test-timeout=300000'];
  process.exitCode = await runTests('test/protocol', process.argv.slice(2), options);
} else {
  console.error('dist/xencfg.js is missing: npm run build');
  process.exitCode = 1;
}
