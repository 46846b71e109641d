import type { HubAnswer, HubWish, Severity } from 'licet/core';

/** What the page asks to be linted. */
export interface Asked {
  /** Texts by file, of those that lie over what was opened; all of them where nothing was. */
  readonly texts: Readonly<Record<string, string>>;
  /** Files of what was opened that are no more. */
  readonly gone: readonly string[];
  /** The id on the Hub; '' where it has none yet. */
  readonly name: string;
  readonly preset: string;
  /** ISO 8601. */
  readonly today: string;
}

export interface Spot {
  /** From 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** A finding, as the page shows it. */
export interface Shown {
  readonly file: string;
  readonly from: Spot | undefined;
  readonly to: Spot | undefined;
  readonly severity: Severity;
  readonly rule: string;
  readonly page: string;
  readonly message: string;
  readonly isCertain: boolean;
  readonly confidence: string;
  readonly way: string | undefined;
  readonly whys: readonly { readonly what: string; readonly url: string | undefined }[];
  readonly todo: string | undefined;
  /** Whether there is text to put in, and whether that needs nobody's choice. */
  readonly fix: 'safe' | 'choice' | undefined;
}

/** The outcome of a run. */
export interface Told {
  readonly findings: readonly Shown[];
  readonly suppressed: number;
  /** SVG, and a line behind it where not all of it is shown. */
  readonly picture: string;
  readonly upstreams: number;
  /** Upstreams of which nothing is known here, which the Hub may know. */
  readonly unknown: readonly string[];
}

/** A text that a fix changes; `before` is '' where it is new. */
export interface Changed {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What was opened: the texts that licet reads, and how many other files there are. */
export interface Opened {
  readonly is: 'opened';
  readonly texts: Readonly<Record<string, string>>;
  readonly files: number;
  /** `org/name@commit` for one on the Hub. */
  readonly at: string | undefined;
  readonly id: string | undefined;
  /** The first refusal of a file, where one was refused. */
  readonly refused: Refused | undefined;
}

export interface Refused {
  readonly is: 'refused';
  /** licet's word for it, as `Failure` has it. */
  readonly why: string;
  readonly detail: string;
}

/** The page's way to the Hub: the page alone asks, under its own policy. */
export type HubGet = (path: string, wish: HubWish) => Promise<HubAnswer>;

/** What the worker does for the page. */
export interface Engine {
  /** Of licet and its data. */
  start(): Promise<{ readonly version: string; readonly data: string; readonly models: string }>;
  lint(asked: Asked): Promise<Told>;
  /** A fix of the last run, by the place of its finding. */
  fix(nth: number): Promise<readonly Changed[]>;
  /** All safe fixes, until nothing is left of them. */
  fixAll(asked: Asked): Promise<readonly Changed[]>;
  report(format: string): Promise<string>;
  dossier(form: 'html' | 'markdown' | 'json', language: 'en' | 'ko'): Promise<string>;
  openFiles(files: ReadonlyMap<string, File>): Promise<Opened>;
  openHub(target: string, get: HubGet): Promise<Opened | Refused>;
  /** Asks the Hub for upstreams that nothing here knows; gives the first refusal. */
  askHub(models: readonly string[], get: HubGet): Promise<Refused | undefined>;
  /** Nothing lies under the texts any more. */
  clear(): Promise<void>;
}
