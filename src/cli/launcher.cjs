#!/usr/bin/env node
/* The command's door, in words that Node 10 understands: it says so where Node is too old. */
'use strict';
var args = process.argv.slice(2);
/* The build writes these: the version, what tells one main.cjs from another, and what start.ts exports. */
var VERSION = '';
var BUILD = '';
var exportStart;

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error('licet: Node ' + process.versions.node + ' is too old\n  hint  Install Node 20 or newer');
  process.exit(2);
} else if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  console.log(VERSION);
} else {
  var starter = {};
  exportStart(starter);
  void starter.start(require, require.resolve('./main.cjs'), BUILD);
}
