#!/usr/bin/env node
'use strict';
var major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error('licet: Node ' + process.versions.node + ' is too old\n  hint  Install Node 20 or newer');
  process.exit(2);
}
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) console.log('0.1.0');
else {
  var nodeModule = require('node:module');
  if (nodeModule.enableCompileCache && !process.env.NODE_DISABLE_COMPILE_CACHE) nodeModule.enableCompileCache();
  require('./cli.cjs');
}
