import { loadIndex, matchText } from '../src/license/match-text.ts';
import { readdirSync, readFileSync } from 'node:fs';
const index=loadIndex();
const agg:Record<string,number>={}; 
for (const f of readdirSync('/tmp/lic')) { const t=readFileSync('/tmp/lic/'+f,'utf8'); const m=matchText('LICENSE',t,index); const key=m.match+' '+m.hits.map(h=>h.id).join('+'); agg[key]=(agg[key]??0)+1; if (m.match!=='exact') console.log(f.slice(0,60), key, m.hits.map(h=>`${h.score} L${h.lines} +${JSON.stringify(h.added)} -${h.missing}`).join(' ; ').slice(0,200)); }
console.log(agg);
