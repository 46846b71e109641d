/** A value of a binary header: the kinds that GGUF and safetensors metadata carry and a claim can use. */
export type HeaderValue = string | number | boolean | readonly HeaderValue[];

/** Why a file could not be read as what it should be, in words for the user. */
export interface ReadProblem {
  readonly what: string;
  readonly hint?: string;
}

/** One file as `read` hands it on. */
export type Source =
  /** A text, decoded, with the BOM kept out; `problem` where it was cut or is no UTF-8. */
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly text: string;
      readonly bom: boolean;
      readonly problem?: ReadProblem;
    }
  /** The metadata of a weight file; tensors are never read. */
  | {
      readonly kind: 'header';
      readonly file: string;
      readonly format: 'gguf' | 'safetensors';
      readonly entries: ReadonlyMap<string, HeaderValue>;
      readonly problem?: ReadProblem;
    }
  /**
   * A Git LFS or Xet pointer, a file of which no more than the name is at hand (`listed`), or weights that
   * nobody asked for: there, but not read.
   */
  | {
      readonly kind: 'unread';
      readonly file: string;
      readonly why: 'pointer' | 'listed' | 'too-large' | 'unreadable';
      readonly problem?: ReadProblem;
    };

export type TextSource = Extract<Source, { readonly kind: 'text' }>;
export type HeaderSource = Extract<Source, { readonly kind: 'header' }>;
