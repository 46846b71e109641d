export type Env = Readonly<Record<string, string | undefined>>;
/** How the Hub is to be reached from this machine. */
export interface HubAccess {
    /** Without a closing slash. */
    readonly endpoint: string;
    /** True for the Hub itself, false for a mirror that `HF_ENDPOINT` names. */
    readonly isHub: boolean;
    readonly token?: string;
    /** The variable that forbids the network. */
    readonly offline?: string;
    /** Why nothing can be asked at all: a setting that cannot be meant. */
    readonly problem?: {
        readonly why: 'unreachable' | 'bad-token';
        readonly detail: string;
    };
}
/** The user's cache folder, as the XDG base directories say. */
export declare function userCache(env: Env): string;
/** Where huggingface_hub keeps what it downloaded: `HF_HUB_CACHE`, `HUGGINGFACE_HUB_CACHE`, `HF_HOME`, in this order. */
export declare function hubCacheFolder(env: Env): string;
/** Endpoint, token and switches, from the environment and the token file. Never throws. */
export declare function hubAccess(env: Env): Promise<HubAccess>;
