import { isViewEvent, plainEvent } from './events';
import type { Journal } from './journal';
import type { Realm } from './realm';
import type { Timers } from './timers';

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Definition = Record<string, unknown>;

/** What a definition is instrumented with. */
export interface Instruments {
  realm: Realm;
  journal: Journal;
  timers: Timers;
  currentPage(): string;
}

/** The view layer knows property types by its own constructors, not by those of the logic realm. */
const PROPERTY_TYPES = new Map<string, unknown>([
  ['String', String],
  ['Number', Number],
  ['Boolean', Boolean],
  ['Object', Object],
  ['Array', Array],
]);

/** A `Page()` argument made ready for the view layer: its functions timed and given plain events. */
export function pageDefinition(
  definition: Definition,
  owner: string,
  tools: Instruments,
): Definition {
  return instrumentAll(definition, owner, tools);
}

/** A `Component()` argument made ready for the view layer. */
export function componentDefinition(
  definition: Definition,
  owner: string,
  tools: Instruments,
): Definition {
  const lifetimes = instrumentAll(
    { ...pick(definition, LIFETIMES), ...asDefinition(definition.lifetimes) },
    owner,
    tools,
  );
  return {
    ...definition,
    properties: mapValues(asDefinition(definition.properties), viewProperty),
    methods: instrumentAll(asDefinition(definition.methods), owner, tools),
    lifetimes: withReady(lifetimes, tools),
  };
}

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'];

/** glass-easel leaves `ready` to its host: it follows `attached` in the next turn. */
function withReady(lifetimes: Definition, tools: Instruments): Definition {
  const { attached, ready } = lifetimes;
  if (typeof ready !== 'function') return lifetimes;
  return {
    ...lifetimes,
    attached(this: unknown) {
      if (typeof attached === 'function') attached.call(this);
      tools.timers.soon(() => ready.call(this));
    },
  };
}

function instrumentAll(members: Definition, owner: string, tools: Instruments): Definition {
  return mapValues(members, (member, name) =>
    typeof member === 'function' ? instrument(name, member as Method, owner, tools) : member,
  );
}

function instrument(name: string, method: Method, owner: string, tools: Instruments): Method {
  return function (this: unknown, ...args: unknown[]) {
    const [event] = args;
    if (!isViewEvent(event)) {
      return tools.journal.time(owner, name, () => method.apply(this, args));
    }
    const plain = plainEvent(tools.realm, event);
    // glass-easel takes a returned `false` for stopPropagation, which WeChat does not have
    tools.journal.time(owner, `${name}:${event.type}`, () => method.call(this, plain));
    return undefined;
  };
}

function viewProperty(property: unknown): unknown {
  if (typeof property === 'function' || property === null) return { type: viewType(property) };
  const { type, optionalTypes, ...rest } = property as Definition;
  return {
    ...rest,
    type: viewType(type),
    ...(Array.isArray(optionalTypes) ? { optionalTypes: optionalTypes.map(viewType) } : {}),
  };
}

function viewType(type: unknown): unknown {
  return typeof type === 'function' ? (PROPERTY_TYPES.get(type.name) ?? null) : null;
}

function asDefinition(value: unknown): Definition {
  return typeof value === 'object' && value !== null ? (value as Definition) : {};
}

function pick(source: Definition, names: string[]): Definition {
  return Object.fromEntries(
    names.filter((name) => name in source).map((name) => [name, source[name]]),
  );
}

function mapValues(
  source: Definition,
  transform: (value: unknown, name: string) => unknown,
): Definition {
  return Object.fromEntries(
    Object.entries(source).map(([name, value]) => [name, transform(value, name)]),
  );
}
