import { describeError } from '../journal';
import type { PageInstance } from '../pages';
import { type Driver, listParam, type Method } from './driver';

const describe = ({ id, path, query }: PageInstance) => ({ pageId: id, path, query });

/** The text of a function as the program's own function; drivers send functions as their source. */
function compile(driver: Driver, declaration: unknown): (...args: unknown[]) => unknown {
  const compiled = driver.program.realm.evaluate(String(declaration));
  if (typeof compiled !== 'function') throw new Error('functionDeclaration is not a function');
  return compiled as (...args: unknown[]) => unknown;
}

async function outcome(work: () => unknown): Promise<{ result: unknown }> {
  try {
    return { result: await work() };
  } catch (reason) {
    throw new Error(describeError(reason).message);
  }
}

export const app: Record<string, Method> = {
  'App.getCurrentPage': { acts: true, run: (driver) => describe(driver.currentPage()) },
  'App.getPageStack': {
    acts: true,
    run: (driver) => ({ pageStack: driver.program.pages.all().map(describe) }),
  },
  'App.callWxMethod': {
    acts: true,
    run: (driver, params) => {
      const name = String(params.method);
      const method = driver.program.wx.find(name);
      if (!method) throw new Error(`wx.${name} is not served by this stand-in`);
      const args = listParam(params, 'args').map((arg) => driver.program.realm.adopt(arg));
      return outcome(() => method(...args));
    },
  },
  'App.mockWxMethod': {
    run: (driver, params) => {
      const name = String(params.method);
      const { dispatcher } = driver.program.wx;
      if (!driver.program.wx.find(name))
        throw new Error(`wx.${name} is not served by this stand-in`);
      if ('functionDeclaration' in params) {
        const mock = compile(driver, params.functionDeclaration);
        const extra = listParam(params, 'args').map((arg) => driver.program.realm.adopt(arg));
        dispatcher.mock(name, function (this: unknown, ...args: unknown[]) {
          return mock.apply(this, [...args, ...extra]);
        });
      } else if ('result' in params) dispatcher.mock(name, params.result);
      else dispatcher.restore(name);
      return {};
    },
  },
  'App.callFunction': {
    acts: true,
    run: (driver, params) => {
      const call = compile(driver, params.functionDeclaration);
      const args = listParam(params, 'args').map((arg) => driver.program.realm.adopt(arg));
      return outcome(() => call(...args));
    },
  },
  'App.addBinding': {
    run: (driver, params) => {
      const name = String(params.name);
      driver.program.realm.global[name] = (...args: unknown[]) =>
        driver.notify('App.bindingCalled', { name, args });
      return {};
    },
  },
  'App.enableLog': { run: () => ({}) },
  'App.exit': { run: () => ({}) },
};
