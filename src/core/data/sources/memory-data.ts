import type { DataFile, DataSource } from '../data-source.ts';

/** Data that lies in memory, as bytes by their path in the package: for browsers, editors and tests. */
export function memoryData(files: Readonly<Partial<Record<DataFile, Uint8Array>>>): DataSource {
  const decoder = new TextDecoder();
  const bytes = (file: DataFile): Uint8Array => {
    const content = Object.hasOwn(files, file) ? files[file] : undefined;
    if (content === undefined) throw new Error(`Data file "${file}" is not held`);
    return content;
  };
  return {
    bytes,
    text: (file) => decoder.decode(bytes(file)),
    part: (file, from, to) => decoder.decode(bytes(file).subarray(from, to)),
  };
}
