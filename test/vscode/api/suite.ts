// Every test that runs inside VS Code, in all extension hosts; suite.node.ts has those that start programs.
import './diagnostics.test';
import './fixes.test';
import './conversion.test';
import './space.test';
import './templates.test';
import './keys.test';
import './features.test';
import './manual.test';
import './language.test';
import './detection.test';
import './guests.test';
import './input.test';
