import { posix } from 'node:path';
import vm from 'node:vm';
import type { Project } from './project';

interface Factory {
  array(): unknown[];
  object(): Record<string, unknown>;
  bytes(size: number): Uint8Array;
  error(message: string): Error;
  promise(
    executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void,
  ): Promise<unknown>;
}

const FACTORY = `({
  array: () => [],
  object: () => ({}),
  bytes: (size) => new Uint8Array(size),
  error: (message) => new Error(message),
  promise: (executor) => new Promise(executor),
})`;

type ModuleFunction = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/**
 * The logic layer: a bare JavaScript realm with nothing of Node or the browser in it, so that
 * what a mini program lacks is lacking here too. `eval` and `new Function` are refused as in WeChat.
 */
export class Realm {
  readonly global: Record<string, unknown>;
  private readonly context: vm.Context;
  private readonly make: Factory;
  private readonly promiseConstructor: unknown;
  private readonly modules = new Map<string, { exports: unknown }>();

  constructor(private readonly project: Project) {
    this.global = {};
    this.context = vm.createContext(this.global, {
      codeGeneration: { strings: false, wasm: false },
    });
    this.make = vm.runInContext(FACTORY, this.context) as Factory;
    this.promiseConstructor = vm.runInContext('Promise', this.context);
  }

  /** Evaluate an expression of the driver's, such as a function sent as text. */
  evaluate(expression: string, filename = 'automation'): unknown {
    return new vm.Script(`(${expression})`, { filename }).runInContext(this.context);
  }

  /** Run a file of the package once, as a CommonJS module, and give its exports. */
  run(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: this.make.object() as unknown };
    this.modules.set(file, module);
    const script = new vm.Script(
      `(function (require, module, exports) {${this.project.read(file)}\n})`,
      { filename: file },
    );
    const body = script.runInContext(this.context) as ModuleFunction;
    body((id) => this.require(file, id), module, module.exports);
    return module.exports;
  }

  /** A copy of plain data whose objects, arrays and buffers belong to this realm. */
  adopt(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (ArrayBuffer.isView(value) || isArrayBuffer(value)) return this.adoptBytes(value);
    if (Array.isArray(value)) {
      const copy = this.make.array();
      for (const item of value) copy.push(this.adopt(item));
      return copy;
    }
    const copy = this.make.object();
    for (const [key, item] of Object.entries(value)) copy[key] = this.adopt(item);
    return copy;
  }

  error(message: string): Error {
    return this.make.error(message);
  }

  /** A promise of this realm, so that a rejection nobody handles counts as the program's own. */
  promise(work: Promise<unknown>): Promise<unknown> {
    return this.make.promise((resolve, reject) => {
      work.then(resolve, reject);
    });
  }

  owns(promise: unknown): boolean {
    return typeof this.promiseConstructor === 'function'
      ? promise instanceof (this.promiseConstructor as () => void)
      : false;
  }

  private adoptBytes(value: ArrayBufferView | ArrayBuffer): ArrayBufferLike {
    const source = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    const copy = this.make.bytes(source.length);
    copy.set(source);
    return copy.buffer;
  }

  private require(from: string, id: string): unknown {
    const path = id.startsWith('/') ? id.slice(1) : posix.join(posix.dirname(from), id);
    const file = path.endsWith('.js') ? path : `${path}.js`;
    if (!this.project.has(file)) {
      throw this.error(`module '${file}' is not defined, require args is '${id}'`);
    }
    return this.run(file);
  }
}

function isArrayBuffer(value: object): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
