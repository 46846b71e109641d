import { version } from '../build/data-pieces.ts';

/** The command line from its sources says which version it is as the built one does; loaded before it. */
Object.assign(globalThis, { LICET_VERSION: version });
