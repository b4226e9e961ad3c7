import type { Realm } from './realm';

interface EventSource {
  id?: string;
  dataset?: Record<string, unknown> | null;
}

interface ViewEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  mark: unknown;
  target: EventSource;
  currentTarget: EventSource;
  touches?: unknown;
  changedTouches?: unknown;
}

/** Events that WeChat lets bubble; all others stay on their target. */
const BUBBLING = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'touchforcechange',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

export function bubbles(type: string): boolean {
  return BUBBLING.has(type);
}

export function isViewEvent(value: unknown): value is ViewEvent {
  return typeof value === 'object' && value !== null && 'wrapShadowedEvent' in value;
}

/** The event as the logic layer receives it: plain data, since it has crossed from the view. */
export function plainEvent(realm: Realm, event: ViewEvent): unknown {
  const { type, timeStamp, detail, mark, touches = [], changedTouches = [] } = event;
  return realm.adopt({
    type,
    timeStamp,
    detail: detail ?? {},
    mark: mark ?? {},
    touches,
    changedTouches,
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
  });
}

function describe(source: EventSource): Record<string, unknown> {
  return { id: source.id ?? '', offsetLeft: 0, offsetTop: 0, dataset: source.dataset ?? {} };
}
