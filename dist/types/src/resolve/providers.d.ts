/** The terms of a closed model's API, as far as they speak of outputs. */
export interface Provider {
    readonly id: string;
    readonly provider: string;
    readonly document: string;
    readonly section: string;
    readonly says: string;
    readonly dated?: string;
}
/** Provider terms by id. */
export declare function providers(): ReadonlyMap<string, Provider>;
