/** One request, as it goes out. */
export interface Outgoing {
  readonly url: string;
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the body. */
  readonly limit: number;
  /**
   * Where set, a stretch of a file is wanted: what is longer than `limit` is cut, and a server that sends the
   * whole is read from here.
   */
  readonly from: number | undefined;
  /** Bytes of the whole file where a list names them. */
  readonly size?: number | undefined;
  /** Whether an answer whose end only the end of the line tells is refused; JSON tells its end by itself. */
  readonly framed?: boolean;
  /** Milliseconds for everything: connection, redirects, the whole body. */
  readonly timeout: number;
}

export interface Incoming {
  readonly is: 'answer';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** No answer. `again`: a second try may fare better. */
export interface Broken {
  readonly is: 'broken';
  readonly detail: string;
  readonly again: boolean;
  /** True where nobody answered: the network's matter, not this request's. */
  readonly unheard: boolean;
  /** True where the time of the request ran out. */
  readonly slow?: boolean;
}
