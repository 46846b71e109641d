import { languagesOf, type Cue } from '../../languages.ts';
import { PatternSet } from '../../../../text/patterns/pattern-set.ts';
import { withoutSignsAround } from '../../../../text/signs.ts';

/** Longest text that is nothing but a label. */
const LONGEST = 60;
/** How near to its beginning what follows a label may name its model. */
const NEAR = 5;

/** A cue for words that are nothing but a label, such as a heading "Base model" or "Models merged". */
export function labelIn(text: string): Cue | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = bareLabel(text);
  for (const { label, labels } of languagesOf(text)) {
    const said = labels.find(({ words }) => words.test(bare));
    if (said) return cueOf(said.relation);
    if (label.test(text)) return cueOf('unsaid');
  }
  return undefined;
}

/**
 * "Base model (frozen)", "1. Teacher", "🧱 Base model": without what is said of the thing in brackets, numbers
 * and signs.
 */
const bareLabel = (text: string) =>
  withoutSignsAround(text.replace(/^\s*\d+[.)]\s+/, '').replace(/\s*[(（][^()（）]*[)）]/g, ''));

const cues = new Map<Cue['relation'], Cue>();

function cueOf(relation: Cue['relation']): Cue {
  const known = cues.get(relation) ?? {
    words: new PatternSet([]),
    relation,
    target: 'next',
    all: relation === 'merge',
    near: NEAR,
    hubOnly: true,
    opens: undefined,
    needs: undefined,
  };
  cues.set(relation, known);
  return known;
}

/** A label, and where in the text its value begins. */
export interface Field {
  readonly cue: Cue;
  readonly value: number;
}

const FIELD = /^([^:：=|→\n.;,，；。]{2,60}?)\s*(?:[:：=|]|[→➜➔]|[-–—]{1,2}>|\s[–—-]{1,2}\s)[\s*_`]*(?=\S)/;

/** "Vision tower: X", "Parent – X", "Weights from: X": what the label says of the model that follows. */
export function fieldIn(text: string): Field | undefined {
  const sign = FIELD.exec(text);
  const cue = sign ? labelIn((sign[1] ?? '').trim()) : undefined;
  return sign && cue ? { cue, value: sign[0].length } : undefined;
}
