import { select } from '../selectors';
import { treeSize } from '../tree';
import { callMethod, type Driver, listParam, type Method, type Params, valueAt } from './driver';

function found(driver: Driver, params: Params) {
  const { component } = driver.page(params);
  return searching(driver, () => select(component, String(params.selector)));
}

/** The client turns every failure to select into "absent"; keep the reason where a test finds it. */
export function searching<T>(driver: Driver, search: () => T): T {
  try {
    return search();
  } catch (reason) {
    driver.program.journal.warnings.push((reason as Error).message);
    throw reason;
  }
}

export const page: Record<string, Method> = {
  'Page.getElement': {
    run: (driver, params) => {
      const [element] = found(driver, params);
      if (!element) throw new Error(`no element matches ${params.selector}`);
      return driver.elements.handle(element);
    },
  },
  'Page.getElements': {
    run: (driver, params) => ({
      elements: found(driver, params).map((element) => driver.elements.handle(element)),
    }),
  },
  'Page.getData': {
    run: (driver, params) => ({ data: valueAt(driver.page(params).caller.data, params.path) }),
  },
  'Page.setData': {
    acts: true,
    run: (driver, params) => {
      driver.page(params).caller.setData(params.data as Record<string, unknown>);
      return {};
    },
  },
  'Page.callMethod': {
    acts: true,
    run: async (driver, params) => ({
      result: await callMethod(driver, driver.page(params).caller, params),
    }),
  },
  /** There is no layout, so every measure of the window is 0. */
  'Page.getWindowProperties': {
    run: (_driver, params) => ({ properties: listParam(params, 'names').map(() => 0) }),
  },
  /** Beyond WeChat's own protocol: how large the page's tree is. */
  'Page.getTreeSize': { run: (driver, params) => treeSize(driver.page(params).component) },
};
