import type { Detail } from './view.ts';

/** What is made for one detail serves another as well that differs only in what was not looked at. */
export function perDetail<T>(make: (detail: Detail) => T): (detail: Detail) => T {
  const known: { seen: Partial<Detail>; made: T }[] = [];
  return (detail) => {
    const same = known.find(({ seen }) => Object.entries(seen).every(([name, value]) => Reflect.get(detail, name) === value));
    if (same) return same.made;
    const seen: Partial<Detail> = {};
    const watched = new Proxy(detail, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        Reflect.set(seen, name, value);
        return value;
      },
    });
    const made = make(watched);
    known.push({ seen, made });
    return made;
  };
}
