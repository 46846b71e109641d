import type { Catalogue } from '../license/catalogue.ts';
import { type Outcome } from './command.ts';
/** What the text of a file is. Exit code 1 where it is none that is known. */
export declare function fileAnswer(file: string, text: string, catalogue: Catalogue, asJson: boolean): Outcome;
