// What runs in the Node extension host alone: it starts programs.
import './real-xl.test';
import './tasks.test';
