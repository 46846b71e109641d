/** The shape of the tables that an update brings: another number where their columns change. */
export const DATA_SCHEMA = 1;

/** The public key of the project's data files: Ed25519, SPKI in base64. */
export const SIGNED_BY = 'MCowBQYDK2VwAyEAMjsU6XkViVM4ZPJs4rPvPjDzKMkFnQOIAbrl4C+UrJo=';

/** Where the project keeps its newest data file. */
export const DATA_ADDRESS = 'https://github.com/licet/licet/releases/latest/download/licet-data.bin';
