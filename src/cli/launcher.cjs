#!/usr/bin/env node
/*
 * The command's door, in words that any Node understands: it says so where Node is too old, and lets Node keep what it compiled,
 * where Node can (22.8) and nobody else could put code of his own there.
 */
'use strict';
var path = require('path');
var env = process.env;
var args = process.argv.slice(2);
/* The build writes the version here. */
var VERSION = '';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error('licet: Node ' + process.versions.node + ' is too old\n  hint  Install Node 20 or newer');
  process.exit(2);
} else if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  console.log(VERSION);
} else {
  keepCode(require('module'));
  void require('./programs.cjs').command();
}

/*
 * Node looks at nothing but a checksum: whoever can write to the folder runs code here. What the environment names for Node itself
 * is Node's matter, and done by now. The first run only makes the folder, since a machine that is thrown away has no second; later
 * ones compile whole files, for Node keeps what was compiled when a file was read, and not what its run needed after.
 */
function keepCode(Module) {
  if (!Module.enableCompileCache || env.NODE_DISABLE_COMPILE_CACHE || env.NODE_COMPILE_CACHE) return;
  var own = require('./own-folder.cjs');
  var cache = own.licetCache(env);
  var folder = cache && path.join(cache, 'code');
  var before = folder && require('fs').existsSync(folder);
  folder = folder && own.ownFolder(folder, [process.cwd()].concat(args), process.getuid && process.getuid());
  if (!folder || !before) return;
  require('v8').setFlagsFromString('--no-lazy');
  Module.enableCompileCache(folder);
}
