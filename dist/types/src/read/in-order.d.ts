/** `work` over all items, `atOnce` at a time; results in the items' order. */
export declare function inOrder<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]>;
