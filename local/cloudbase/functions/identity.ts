import { randomUUID } from 'node:crypto';

/** Who stands behind an invocation, as the platform knows it; nobody for an administrator's call. */
export interface Identity {
  openid: string;
  appid: string;
}

/** Where an invocation came from: whose call it is, and through what it went. */
export interface Caller {
  identity: Identity | null;
  /** As in `TCB_SOURCE`: `wx_client`, `wx_client,scf`, `timer`, or empty for an administrator. */
  source: string;
}

export const administrator: Caller = { identity: null, source: '' };

/**
 * The session tokens of running invocations.
 *
 * A function is given a token in its environment and the SDK sends it with every call, so that a
 * function called by a function is called in the name of the same person, and of nobody else. A
 * token is worth nothing once the invocation that holds it has ended.
 */
export class Sessions {
  readonly #callers = new Map<string, Caller>();

  /** Opens a session for a caller. */
  open(caller: Caller): string {
    const token = randomUUID();
    this.#callers.set(token, caller);
    return token;
  }

  close(token: string): void {
    this.#callers.delete(token);
  }

  /** The caller in whose name the holder of a token calls a further function. */
  callerOf(token: unknown): Caller {
    const caller = typeof token === 'string' ? this.#callers.get(token) : undefined;
    if (!caller) return administrator;
    const source = caller.source === '' ? 'scf' : `${caller.source},scf`;
    return { identity: caller.identity, source };
  }
}
