/** Works on up to `atOnce` items at a time and yields the results in the items' order; never holds more than that many. */
export async function* inOrder<T, R>(items: AsyncIterable<T>, atOnce: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // looked at when its turn comes
    result.catch(() => {});
    running.push(result);
    if (running.length >= atOnce) {
      const first = running.shift();
      if (first) yield await first;
    }
  }
  for (const result of running) yield await result;
}
