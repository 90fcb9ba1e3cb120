/**
 * A part of the benchmark that must not hold up the rest: its figures, or a sentence on why there are none. Work that goes on after its
 * deadline is given up on, not stopped.
 */
export async function within<T>(seconds: number, name: string, work: () => Promise<T>): Promise<T | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${name} was not done in ${seconds} s, and is left out`), seconds * 1000);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    return `${name} failed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    clearTimeout(timer);
  }
}
