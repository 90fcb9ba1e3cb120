const BASE64_BITS = 6;
/** Below this many bits a number in binary is met by chance: counters and pointers look the same. */
const TELLING_BITS = 40;
/** Postgres keeps a number of JSON in digits of this base, each in two bytes. */
const NUMERIC_BASE = 10_000;
/** Found by its last bytes, so nothing shorter is looked for. */
const TAIL = 8;

const bigEndian = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
};

/** Digits of base 10,000 as Postgres lines them up at the point: `34.7654` is 34 and 7654. */
function numericDigits(word: string): Buffer {
  const [whole = '', part = ''] = word.split('.');
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0') + part.padEnd(Math.ceil(part.length / 4) * 4, '0');
  const digits = padded.match(/\d{4}/gu) ?? [];
  const bytes = Buffer.alloc(digits.length * 2);
  for (const [at, digit] of digits.entries()) bytes.writeUInt16LE(Number(digit) % NUMERIC_BASE, at * 2);
  return bytes;
}

/** A number as it may lie in binary; nothing for what is no number. */
function inBinary(word: string): Buffer[] {
  if (/^\d+\.\d+$/u.test(word)) {
    const float = Buffer.alloc(8);
    float.writeDoubleBE(Number(word));
    return [float, Buffer.from(float).reverse(), numericDigits(word)];
  }
  if (!/^\d{1,19}$/u.test(word) || BigInt(word) >> BigInt(TELLING_BITS) === 0n) return [];
  const bytes = bigEndian(BigInt(word));
  return [bytes, Buffer.from(bytes).reverse(), numericDigits(word)];
}

/** The letters of Base64 that a word alone decides, when so many bytes stand before it. */
function inBase64(word: Buffer, before: number, form: 'base64' | 'base64url'): Buffer {
  const text = Buffer.concat([Buffer.alloc(before), word]).toString(form);
  const [from, to] = [Math.ceil((before * 8) / BASE64_BITS), Math.floor(((before + word.length) * 8) / BASE64_BITS)];
  return Buffer.from(text.slice(from, to));
}

const escaped = (word: string) =>
  [...word].map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter)).join('');

/** A word as it may stand somewhere: by its letters, in hex, in Base64 wherever it begins, escaped for JSON or an address, as a number. */
export function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  const hex = utf8.toString('hex');
  const letters = [word, word.toLowerCase(), word.toUpperCase(), escaped(word), encodeURIComponent(word)];
  const all = [
    ...letters.map((text) => Buffer.from(text)),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...[0, 1, 2].flatMap((before) => [inBase64(utf8, before, 'base64'), inBase64(utf8, before, 'base64url')]),
    ...inBinary(word),
  ];
  return [...new Map(all.map((form) => [form.toString('latin1'), form])).values()];
}

interface Needle {
  word: string;
  bytes: Buffer;
}

/** Tells which of many thousand words stand in some bytes, in whatever form, in one pass. */
export type Finder = (bytes: Uint8Array) => string[];

const SLOTS = 1 << 22;
const slotOf = (high: number, low: number) => ((Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b)) >>> 10) & (SLOTS - 1);

/** Throws for a word that is too short to be told from chance. */
export function createFinder(words: Iterable<string>): Finder {
  const taken = new Uint8Array(SLOTS);
  const bySlot = new Map<number, Needle[]>();
  for (const word of new Set(words)) {
    for (const bytes of formsOf(word)) {
      if (bytes.length < TAIL) throw new Error(`“${word}” is too short to be looked for`);
      const slot = slotOf(bytes.readInt32BE(bytes.length - 8), bytes.readInt32BE(bytes.length - 4));
      taken[slot] = 1;
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), { word, bytes }]);
    }
  }
  return (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<string>();
    let high = 0;
    let low = 0;
    for (let at = 0; at < buffer.length; at++) {
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | (buffer[at] ?? 0);
      const slot = slotOf(high, low);
      if (taken[slot] === 0) continue;
      for (const { word, bytes: needle } of bySlot.get(slot) ?? []) {
        const from = at + 1 - needle.length;
        if (from >= 0 && buffer.compare(needle, 0, needle.length, from, at + 1) === 0) found.add(word);
      }
    }
    return [...found];
  };
}
