/** What a pure function gives for an object that never changes, worked out once and kept for as long as the object is. */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key) => {
    const seen = known.get(key);
    if (seen) return seen.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

/** The last so many values by name: what is asked for again is at hand, and memory stays bounded. */
export class Recent<V> {
  readonly #most: number;
  readonly #known = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string, make: () => V): V {
    const seen = this.#known.get(name);
    if (seen !== undefined) return seen;
    const value = make();
    this.#known.set(name, value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return value;
  }
}
