#!/usr/bin/env node
/* The command's door, in words that Node 10 understands: it says so where Node is too old. */
'use strict';
var args = process.argv.slice(2);
/* The build writes these: the version, what tells one main.cjs from another, and what start.ts exports. */
var VERSION = '0.1.0';
var BUILD = 'ccb7f3764b25';
function exportStart(exports) {Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
let fs = require("fs");
let path = require("path");
let vm = require("vm");
let v8 = require("v8");

// src/cli/short-runs.ts
const FLAGS = {
	20: ["--interrupt-budget=675840"],
	22: ["--invocation-count-for-turbofan=30000", "--invocation-count-for-osr=8000"],
	24: [
		"--invocation-count-for-maglev=4000",
		"--invocation-count-for-turbofan=30000",
		"--invocation-count-for-osr=5000"
	]
};
const FOR_ALL = ["--regexp-tier-up-ticks=10", "--no-regexp-peephole-optimization"];
function tuneForShortRuns(node) {
	var _node$split$;
	const flags = FLAGS[(_node$split$ = node.split(".")[0]) !== null && _node$split$ !== void 0 ? _node$split$ : ""];
	if (flags) for (const flag of [...FOR_ALL, ...flags]) (0, v8.setFlagsFromString)(flag);
}

// src/node/fs/own-folder.ts
const MOST_MADE = 3;
function ownFolder(folder, trees, user) {
	if (user === void 0 || !(0, path.isAbsolute)(folder)) return void 0;
	try {
		const missing = [];
		let there = (0, path.resolve)(folder);
		for (; (0, fs.lstatSync)(there, { throwIfNoEntry: false }) === void 0; there = (0, path.dirname)(there)) missing.unshift((0, path.relative)((0, path.dirname)(there), there));
		there = fs.realpathSync.native(there);
		const own = (0, path.join)(there, ...missing);
		if (missing.length > MOST_MADE || isWithinAny([(0, path.resolve)(folder), own], trees)) return void 0;
		for (let at = there;; at = (0, path.dirname)(at)) {
			const { uid, mode } = (0, fs.statSync)(at);
			if (uid !== user && uid !== 0 || (mode & 18) !== 0 && (mode & 512) === 0 || (0, fs.existsSync)((0, path.join)(at, ".git"))) return void 0;
			if (at === (0, path.dirname)(at)) break;
		}
		for (const [nth] of missing.entries()) (0, fs.mkdirSync)((0, path.join)(there, ...missing.slice(0, nth + 1)), 448);
		const made = (0, fs.lstatSync)(own);
		return made.isDirectory() && made.uid === user && (made.mode & 63) === 0 ? own : void 0;
	} catch (_unused) {
		return;
	}
}
function isWithinAny(paths, trees) {
	return trees.map(folderAt).some((tree) => paths.some((path$1) => !/^\.\.(?:[/\\]|$)/.test((0, path.relative)(tree, path$1))));
}
function folderAt(tree) {
	var _statSync;
	for (let at = (0, path.resolve)(tree);; at = (0, path.dirname)(at)) if ((_statSync = (0, fs.statSync)(at, { throwIfNoEntry: false })) === null || _statSync === void 0 ? void 0 : _statSync.isDirectory()) return fs.realpathSync.native(at);
}
function licetCache(env) {
	const home = env["HOME"] || env["USERPROFILE"];
	const users = env["XDG_CACHE_HOME"] || home && (0, path.join)(home, ".cache");
	return env["LICET_CACHE"] || users && (0, path.join)(users, "licet");
}

// src/cli/start.ts
const DAY = 864e5;
const KEEPING = [
	1,
	2,
	4,
	8,
	16,
	32
];
async function start(require$1, file, build) {
	var _kept$runs;
	const place = placeForCode(process.env, process.argv.slice(2));
	if (place === void 0) {
		await require$1(file).command();
		return;
	}
	tuneForShortRuns(process.versions.node);
	const kept = keptCode(place, build);
	const cachedData = kept === null || kept === void 0 ? void 0 : kept.code;
	const source = `(function(exports,require,module,__filename,__dirname){${(0, fs.readFileSync)(file, "latin1")}\n})`;
	const script = new vm.Script(source, {
		filename: file,
		...cachedData && { cachedData }
	});
	const main = { exports: {} };
	script.runInThisContext().call(main.exports, main.exports, require$1, main, file, (0, path.dirname)(file));
	if (!await main.exports.command((url) => import(url))) return;
	const runs = script.cachedDataRejected === true ? 1 : ((_kept$runs = kept === null || kept === void 0 ? void 0 : kept.runs) !== null && _kept$runs !== void 0 ? _kept$runs : 0) + 1;
	if (runs === 1 || KEEPING.includes(runs) || isOld(place)) keepCode(place, {
		code: script.createCachedData(),
		runs
	}, build);
	else if (runs <= Math.max(...KEEPING)) countRun(place);
}
function placeForCode(env, args) {
	var _process$getuid, _process;
	if (env["NODE_DISABLE_COMPILE_CACHE"] || env["NODE_COMPILE_CACHE"]) return void 0;
	const cache = licetCache(env);
	const folder = cache && (0, path.join)(cache, "code");
	const before = folder && (0, fs.existsSync)(folder);
	const own = folder && ownFolder(folder, [process.cwd(), ...args], (_process$getuid = (_process = process).getuid) === null || _process$getuid === void 0 ? void 0 : _process$getuid.call(_process));
	return own && before ? (0, path.join)(own, `${process.version}-${process.arch}`) : void 0;
}
const RUN = ".";
function keptCode(place, build) {
	try {
		const bytes = (0, fs.readFileSync)(place);
		const end = bytes.lastIndexOf(build) + build.length;
		const half = (end - build.length) / 2;
		const runs = bytes.length - end;
		return half > 0 && bytes.compare(bytes, half, 2 * half, 0, half) === 0 && bytes.toString("latin1", end) === RUN.repeat(runs) ? {
			code: bytes.subarray(0, half),
			runs
		} : void 0;
	} catch (_unused) {
		return;
	}
}
function countRun(place) {
	try {
		(0, fs.appendFileSync)(place, RUN);
	} catch (_unused2) {}
}
function isOld(place) {
	var _statSync$mtimeMs, _statSync;
	return Date.now() - ((_statSync$mtimeMs = (_statSync = (0, fs.statSync)(place, { throwIfNoEntry: false })) === null || _statSync === void 0 ? void 0 : _statSync.mtimeMs) !== null && _statSync$mtimeMs !== void 0 ? _statSync$mtimeMs : 0) > DAY;
}
function keepCode(place, { code, runs }, build) {
	const unfinished = `${place}.${process.pid}`;
	try {
		(0, fs.writeFileSync)(unfinished, Buffer.concat([
			code,
			code,
			Buffer.from(build + RUN.repeat(runs))
		]), { mode: 384 });
		(0, fs.renameSync)(unfinished, place);
	} catch (_unused3) {}
}

exports.start = start;}

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
