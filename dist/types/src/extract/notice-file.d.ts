import type { Claim, Via } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * NOTICE, ATTRIBUTION, THIRD_PARTY files: license texts in them, blanks left, files they point to, and statements that
 * another license governs a part. What notices they hold is asked of the text itself, by the rules that know the wording.
 */
export declare function noticeFileClaims(source: TextSource, context: Context): Claim[];
/**
 * Files that a text points to as if they were beside it. Names count in capitals, and only beside a word that points.
 * "the Model License" with capitals is the name of a document: `MODEL_LICENSE`.
 */
export declare function fileMentions(file: string, text: string, via: Via): Claim[];
