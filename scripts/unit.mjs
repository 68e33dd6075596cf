// Runs the unit tests.
//   node scripts/unit.mjs [PART OF A FILE NAME]...
import { runTests } from './node-tests.mjs';

process.exitCode = await runTests('test/unit', process.argv.slice(2));
