import type { DutyOf } from '../model/license.ts';
/** Whether a name begins with a prefix; case, spaces and separators do not count (`llama-3-8b` begins with `Llama 3`). */
export declare function beginsWith(name: string, prefix: string): boolean;
/** Whether one name can begin as both ask (`Llama 3` satisfies `Llama`). */
export declare function prefixesMeet(one: DutyOf<'name-prefix'>, other: DutyOf<'name-prefix'>): boolean;
