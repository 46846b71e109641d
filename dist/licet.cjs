#!/usr/bin/env node
/* The command's door, in words that Node 10 understands: it says so where Node is too old. */
'use strict';
var args = process.argv.slice(2);
/* The build writes these: the version, what tells one main.cjs from another, and what start.ts exports. */
var VERSION = '0.1.0';
var BUILD = '126e2b0026e1';
function exportStart(exports) {Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});let e=require("fs"),t=require("path"),n=require("vm");function r(n,r,a){if(a!==void 0&&(0,t.isAbsolute)(n))try{let o=[],s=(0,t.resolve)(n);for(;(0,e.lstatSync)(s,{throwIfNoEntry:!1})===void 0;s=(0,t.dirname)(s))o.unshift((0,t.relative)((0,t.dirname)(s),s));s=e.realpathSync.native(s);let c=(0,t.join)(s,...o);if(o.length>3||i([(0,t.resolve)(n),c],r))return;for(let n=s;;n=(0,t.dirname)(n)){let{uid:r,mode:i}=(0,e.statSync)(n);if(r!==a&&r!==0||i&18&&!(i&512)||(0,e.existsSync)((0,t.join)(n,`.git`)))return;if(n===(0,t.dirname)(n))break}for(let[n]of o.entries())(0,e.mkdirSync)((0,t.join)(s,...o.slice(0,n+1)),448);let l=(0,e.lstatSync)(c);return l.isDirectory()&&l.uid===a&&!(l.mode&63)?c:void 0}catch(e){return}}function i(e,n){return n.map(a).some(n=>e.some(e=>!/^\.\.(?:[/\\]|$)/.test((0,t.relative)(n,e))))}function a(n){var r;for(let i=(0,t.resolve)(n);;i=(0,t.dirname)(i))if((r=(0,e.statSync)(i,{throwIfNoEntry:!1}))!=null&&r.isDirectory())return e.realpathSync.native(i)}function o(e){let n=e.HOME||e.USERPROFILE,r=e.XDG_CACHE_HOME||n&&(0,t.join)(n,`.cache`);return e.LICET_CACHE||r&&(0,t.join)(r,`licet`)}async function s(r,i,a){let o=c(process.env,process.argv.slice(2));if(o===void 0){await r(i).command();return}let s=l(o,a),f=`(function(exports,require,module,__filename,__dirname){${(0,e.readFileSync)(i,`latin1`)}\n})`,p=new n.Script(f,{filename:i,...s&&{cachedData:s}}),m={exports:{}};p.runInThisContext().call(m.exports,m.exports,r,m,i,(0,t.dirname)(i));let h=await m.exports.command(e=>import(e)),g=s&&p.cachedDataRejected!==!0&&!u(o);h&&!g&&d(o,p.createCachedData(),a)}function c(n,i){var a,s;if(n.NODE_DISABLE_COMPILE_CACHE||n.NODE_COMPILE_CACHE)return;let c=o(n),l=c&&(0,t.join)(c,`code`),u=l&&(0,e.existsSync)(l),d=l&&r(l,[process.cwd(),...i],(a=(s=process).getuid)==null?void 0:a.call(s));return d&&u?(0,t.join)(d,`${process.version}-${process.arch}`):void 0}function l(t,n){try{let r=(0,e.readFileSync)(t),i=(r.length-n.length)/2;return r.toString(`latin1`,2*i)===n&&r.compare(r,i,2*i,0,i)===0?r.subarray(0,i):void 0}catch(e){return}}function u(t){var n,r;return Date.now()-((n=(r=(0,e.statSync)(t,{throwIfNoEntry:!1}))==null?void 0:r.mtimeMs)==null?0:n)>864e5}function d(t,n,r){let i=`${t}.${process.pid}`;try{(0,e.writeFileSync)(i,Buffer.concat([n,n,Buffer.from(r)]),{mode:384}),(0,e.renameSync)(i,t)}catch(e){}}exports.start=s;}

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
