import type { WxHost, WxModule } from './host';

type Callback = (result: unknown) => void;

/** Selector queries and observers: there is no layout here, so a query finds nothing. */
export function query({ realm, timers, guard }: WxHost): WxModule {
  const createSelectorQuery = (): unknown => {
    const results: { empty: unknown; callback: unknown }[] = [];
    const answer = (empty: unknown) => (callback: unknown) => {
      results.push({ empty, callback });
      return selector;
    };
    const nodes = (empty: unknown) => ({
      boundingClientRect: answer(empty),
      scrollOffset: answer(empty),
      context: answer(empty),
      node: answer(empty),
      fields: (_fields: unknown, callback: unknown) => answer(empty)(callback),
    });
    const selector = {
      in: () => selector,
      select: () => nodes(null),
      selectViewport: () => nodes(null),
      selectAll: () => nodes([]),
      exec: (done: unknown) => {
        timers.soon(() => {
          guard('callback', () => {
            for (const { empty, callback } of results) {
              if (typeof callback === 'function') (callback as Callback)(realm.adopt(empty));
            }
            const all = realm.adopt(results.map(({ empty }) => empty));
            if (typeof done === 'function') (done as Callback)(all);
          });
        });
        return selector;
      },
    };
    return selector;
  };
  const observer = (): unknown => {
    const self = {
      relativeTo: () => self,
      relativeToViewport: () => self,
      observe: () => undefined,
      disconnect: () => undefined,
    };
    return self;
  };
  return {
    sync: {
      createSelectorQuery,
      createIntersectionObserver: observer,
      createMediaQueryObserver: observer,
    },
  };
}
