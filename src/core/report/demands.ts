import { isLimit } from '../license/compat/term-coverage.ts';
import type { Obligation, Severity } from '../model/finding.ts';
import { datedIn } from './lineage.ts';
import { whereOf, type FindingView } from './finding-view.ts';

/** Duties of one upstream that are not met, at the place that names it: one cause, each its own finding. */
export interface Demands {
  /** Who asks for how many things, and under which license. */
  readonly title: string;
  /** Whether the title and the line that it stands over tell the whole way to the upstream. */
  readonly isNamed: boolean;
  /** The errors first. */
  readonly members: readonly [FindingView, ...FindingView[]];
  /** Why it is open whether the duties apply, where the same holds of all of them. */
  readonly doubt: string | undefined;
  /** What would settle that doubt. */
  readonly settles: string | undefined;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A file's findings; those that one upstream causes are put together where the first of them stands. */
export function together(views: readonly FindingView[]): (FindingView | Demands)[] {
  const groups = new Map<string, [FindingView, ...FindingView[]]>();
  for (const view of views) {
    const key = keyOf(view);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(view);
    else if (key !== undefined) groups.set(key, [view]);
  }
  return views.flatMap((view): (FindingView | Demands)[] => {
    const group = groups.get(keyOf(view) ?? '');
    if (!group || group.length === 1) return [view];
    return view === group[0] ? [demandsOf(group)] : [];
  });
}

/** What findings have in common that stand together; undefined for one that stands alone. */
function keyOf(view: FindingView): string | undefined {
  const { obligation: owed, alsoObligations: also = [] } = view.finding;
  if (!owed || isLimit(owed.term) || also.some((one) => !isOfSame(one, owed))) return undefined;
  const end = view.span && `${view.span.end.line}:${view.span.end.column}`;
  return [whereOf(view), end, owed.ancestor.model, owed.license.id].join('\n');
}

const isOfSame = (one: Obligation, other: Obligation) =>
  one.license.id === other.license.id && one.ancestor.model === other.ancestor.model && !isLimit(one.term);

function demandsOf(views: readonly [FindingView, ...FindingView[]]): Demands {
  const rank = ({ finding }: FindingView) => ORDER.indexOf(finding.severity);
  const sorted = [...views].sort((a, b) => rank(a) - rank(b)) as [FindingView, ...FindingView[]];
  const doubts = new Set(views.flatMap(({ whys }) => whys.map((why) => why.doubt)));
  const [doubt] = doubts.size === 1 ? doubts : [];
  const settles = doubt === undefined ? undefined : views[0].todo?.settles;
  const owed = views[0].finding.obligation;
  const isNamed = owed !== undefined && owed.ancestor.path.length === (isByName(owed) ? 2 : 1);
  return { title: titleOf(views), isNamed, members: sorted, doubt, settles };
}

/** Whether all that is known of an upstream is what its name says. */
const isByName = ({ ancestor: { resolution, path } }: Obligation) =>
  resolution.is === 'found' && resolution.from === 'name' && path.length > 1;

function titleOf(views: readonly [FindingView, ...FindingView[]]): string {
  const owed = views[0].finding.obligation;
  if (!owed) return '';
  const { ancestor, license } = owed;
  const { model, resolution, path } = ancestor;
  const asks = `asks ${NUMBERS[views.length] ?? views.length} things`;
  const named = path[path.length - 2]?.to;
  if (isByName(owed) && named !== undefined)
    return (
      `${named} is not known here (--online asks the Hub); its name points to ${model}, ` +
      `which ${asks} (${license.id}):`
    );
  return `${model} ${asks} (${license.id}${datedIn(resolution)}):`;
}
