// Stands in for the module of code-server that has to be compiled: without a password nobody calls what hashes them.
const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...words) => (name === 'argon2' ? {} : load(name, ...words));
