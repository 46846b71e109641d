#!/usr/bin/env node
/*
 * The command's door, in words that any Node understands: it says so where Node is too old, and sees to it that what V8
 * compiled once is not compiled at every start. Newer Nodes have a cache for that, but it holds what its first run compiled
 * and lies in a folder that all users share; the few lines below keep one in the user's cache folder, readable by this user
 * alone, and better it as runs go by.
 */
'use strict';
var fs = require('fs');
var path = require('path');
var env = process.env;
var major = Number(process.versions.node.split('.')[0]);
/* The build writes these down: the version, and a digest of each program file; none where it is too small to be worth a cache. What imports is not among them. */
var VERSION = '0.1.0';
var DIGESTS = {"action.cjs":"","cli.cjs":"","core.cjs":"becdd1345aa5","entities.cjs":"9c66db20de9f","lock.cjs":"b0ccd82008f3","markdown.cjs":"14c47c18b7d8","prose.cjs":"8daff60f5b9f","rest.cjs":"76578f69f4c1","rolldown-runtime.cjs":"","seldom.cjs":"d03f8ac6b480","texts.cjs":"5fb34e8c103c"};

if (major < 20) {
  console.error('licet: Node ' + process.versions.node + ' is too old\n  hint  Install Node 20 or newer');
  process.exit(2);
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  console.log(VERSION);
} else start();

function start() {
  if (env.NODE_DISABLE_COMPILE_CACHE) require('./cli.cjs');
  else cached(module.constructor, require('vm'));
}

/* Runs the program with V8's code cache; whatever goes wrong with the cache costs time and nothing else. */
function cached(Module, vm) {
  var home = env.HOME || env.USERPROFILE;
  var users = env.XDG_CACHE_HOME || (home && path.join(home, '.cache'));
  var folder = env.LICET_CACHE || (users && path.join(users, 'licet'));
  if (!folder || !path.isAbsolute(folder)) return void require('./cli.cjs');
  folder = path.join(folder, 'compiled-' + process.version + '-' + process.arch);
  var loaded = {};
  var fresh = [];
  load('cli.cjs');
  process.on('exit', function () {
    fresh.forEach(function (one) {
      var data = one.script.createCachedData();
      if (data.length > one.held * 1.02) write(folder, one.key, Buffer.concat([data, data]));
    });
  });

  function load(name) {
    if (loaded[name]) return loaded[name].exports;
    var file = __dirname + path.sep + name;
    var key = name + '-' + DIGESTS[name];
    var kept = DIGESTS[name] !== '';
    var data = kept ? read(folder + path.sep + key) : undefined;
    var script = new vm.Script(Module.wrap(fs.readFileSync(file, 'latin1')), {
      filename: file,
      cachedData: data,
    });
    var held = data && !script.cachedDataRejected ? data.length : 0;
    /* One run in eight looks whether it compiled more than the cache holds: the first run may have been `--help`. */
    if (kept && (!held || process.pid % 8 === 0)) fresh.push({ key: key, script: script, held: held });
    var own = (loaded[name] = new Module(file));
    own.filename = file;
    script.runInThisContext()(own.exports, function (id) {
      return id.slice(0, 2) === './' && DIGESTS[id.slice(2)] !== undefined ? load(id.slice(2)) : require(id);
    }, own, file, __dirname);
    return own.exports;
  }
}

/*
 * Nothing but a plain file of a sane size: a pipe would wait for ever, a device never end. It holds its data twice, for V8 does
 * not look and dies of a flipped bit, and to compare two halves asks less of Node than to load what can sum them.
 */
function read(file) {
  try {
    var stat = fs.statSync(file);
    if (!stat.isFile() || stat.size < 8 || stat.size > 1 << 25) return undefined;
    var bytes = fs.readFileSync(file);
    var half = bytes.length >> 1;
    var data = bytes.subarray(0, half);
    return data.equals(bytes.subarray(half)) ? data : undefined;
  } catch (error) {
    return undefined;
  }
}

/* Not `recursive`: Node never comes back from that below /proc, and a home that is not there is not ours to make. */
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, 448);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function write(folder, key, data) {
  try {
    [path.dirname(path.dirname(folder)), path.dirname(folder), folder].forEach(makeFolder);
    var name = key.slice(0, key.lastIndexOf('-') + 1);
    var part = path.join(folder, key + '.' + process.pid);
    try {
      fs.writeFileSync(part, data, { mode: 384, flag: 'wx' });
      fs.renameSync(part, path.join(folder, key));
    } catch (error) {
      /* A full disk leaves half a file behind. */
      if (error.code !== 'EEXIST') fs.unlinkSync(part);
      throw error;
    }
    /* Other versions of this file are of no more use. */
    fs.readdirSync(folder).forEach(function (old) {
      if (old !== key && old.slice(0, name.length) === name && !/\.\d+$/.test(old)) fs.unlinkSync(path.join(folder, old));
    });
  } catch (error) {
    /* No cache, then. */
  }
}
