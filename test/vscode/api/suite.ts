// Every test that runs inside VS Code, in all extension hosts.
import './diagnostics.test';
import './fixes.test';
import './conversion.test';
import './space.test';
import './templates.test';
import './keys.test';
import './features.test';
import './manual.test';
import './language.test';
import './input.test';
