/** Work that is done until nothing is due, then waits to be woken or for a while. */
export interface Loop {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when the turn under way has ended; none begins after. */
  stop(): Promise<void>;
}

export interface LoopDeps {
  /** Does one thing; false: nothing was due. */
  turn(): Promise<boolean>;
  /** A turn threw: the store is away, most likely. */
  onTrouble(error: unknown): void;
  /** How long to wait where nothing wakes it, and after trouble. */
  idleMs: number;
}

export function startLoop({ turn, onTrouble, idleMs }: LoopDeps): Loop {
  let stopped = false;
  let woken = false;
  let rouse: (() => void) | null = null;

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) rouse();
    });

  const running = (async () => {
    while (!stopped) {
      woken = false;
      let worked = false;
      let failed = false;
      try {
        worked = await turn();
      } catch (error) {
        failed = true;
        onTrouble(error);
      }
      if (stopped) break;
      // after trouble a wake-up does not hurry it: the store would be asked in a tight circle
      if (failed) woken = false;
      if (!worked) await rest();
    }
  })();

  return {
    wake() {
      woken = true;
      rouse?.();
    },
    async stop() {
      stopped = true;
      rouse?.();
      await running;
    },
  };
}
