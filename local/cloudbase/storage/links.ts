import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a link allows: to put or to get one file of one environment, until a time. */
export interface Link {
  use: 'put' | 'get';
  envName: string;
  path: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** Signed, expiring tokens that stand for a file in a URL; a restart ends them all. */
export class Links {
  readonly #secret = randomBytes(32);

  constructor(private readonly clock: () => number) {}

  /** A token of characters that need no escaping in a URL. */
  sign({ use, envName, path, expires }: Link): string {
    const content = Buffer.from(JSON.stringify([use, envName, path, expires])).toString(
      'base64url',
    );
    return `${content}.${this.#signature(content)}`;
  }

  /** What a token stands for; nothing if it is not ours, for another use, or expired. */
  open(token: string, use: Link['use']): Link | null {
    const [content = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.#signature(content));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const [itsUse, envName, path, expires] = JSON.parse(
      Buffer.from(content, 'base64url').toString('utf8'),
    );
    if (itsUse !== use || expires < this.clock()) return null;
    return { use, envName, path, expires };
  }

  #signature(content: string): string {
    return createHmac('sha256', this.#secret).update(content).digest('base64url');
  }
}
