/**
 * Time that may be spent waiting for the network, all requests together, in milliseconds. Only time during which at
 * least one request is under way counts, so that work between requests takes nothing away.
 */
export declare class Budget {
    #private;
    constructor(total: number, clock?: () => number);
    /** Milliseconds that remain; never less than 0. */
    left(): number;
    spend<T>(work: () => Promise<T>): Promise<T>;
}
/** At most so many pieces of work at once; the others wait in line. */
export declare class Slots {
    #private;
    constructor(count: number);
    with<T>(work: () => Promise<T>): Promise<T>;
}
