/** A value with its GGUF type, as `writeGguf` writes it. */
export type Typed =
  | readonly ['u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'f32' | 'f64', number]
  | readonly ['bool', boolean]
  | readonly ['u64' | 'i64', bigint]
  | readonly ['string', string]
  | readonly ['array', readonly Typed[]];

const TYPES = [
  'u8',
  'i8',
  'u16',
  'i16',
  'u32',
  'i32',
  'f32',
  'bool',
  'string',
  'array',
  'u64',
  'i64',
  'f64',
] as const;

export interface Shape {
  readonly version?: 1 | 2 | 3;
  readonly big?: boolean;
  /** A false number of keys. */
  readonly count?: bigint;
}

/** A GGUF file without tensors. */
export function writeGguf(
  entries: readonly (readonly [key: string, value: Typed])[],
  { version = 3, big = false, count }: Shape = {},
): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('GGUF')];
  const put = (bytes: number, write: (view: DataView) => void): void => {
    const chunk = Buffer.allocUnsafe(bytes);
    write(new DataView(chunk.buffer, chunk.byteOffset, bytes));
    chunks.push(chunk);
  };
  const u32 = (value: number): void => put(4, (view) => view.setUint32(0, value, !big));
  const length = (value: bigint): void =>
    version === 1 ? u32(Number(value)) : put(8, (view) => view.setBigUint64(0, value, !big));
  const string = (value: string): void => {
    const bytes = Buffer.from(value);
    length(BigInt(bytes.length));
    chunks.push(bytes);
  };
  const payload = ([type, value]: Typed): void => {
    switch (type) {
      case 'u8':
        return put(1, (view) => view.setUint8(0, value));
      case 'i8':
        return put(1, (view) => view.setInt8(0, value));
      case 'u16':
        return put(2, (view) => view.setUint16(0, value, !big));
      case 'i16':
        return put(2, (view) => view.setInt16(0, value, !big));
      case 'u32':
        return u32(value);
      case 'i32':
        return put(4, (view) => view.setInt32(0, value, !big));
      case 'f32':
        return put(4, (view) => view.setFloat32(0, value, !big));
      case 'f64':
        return put(8, (view) => view.setFloat64(0, value, !big));
      case 'bool':
        return put(1, (view) => view.setUint8(0, value ? 1 : 0));
      case 'u64':
        return put(8, (view) => view.setBigUint64(0, value, !big));
      case 'i64':
        return put(8, (view) => view.setBigInt64(0, value, !big));
      case 'string':
        return string(value);
      case 'array':
        u32(TYPES.indexOf(value[0]?.[0] ?? 'u8'));
        length(BigInt(value.length));
        for (const item of value) payload(item);
    }
  };
  u32(version);
  length(0n);
  length(count ?? BigInt(entries.length));
  for (const [key, value] of entries) {
    string(key);
    u32(TYPES.indexOf(value[0]));
    payload(value);
  }
  return Buffer.concat(chunks);
}
