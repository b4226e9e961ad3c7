import { change, tap, trigger, type } from '../controls';
import { select } from '../selectors';
import { attributes, innerText, isComponent, properties, type ViewElement, wxml } from '../tree';
import { callMethod, type Driver, listParam, type Method, type Params, valueAt } from './driver';
import { searching } from './page';

function found(driver: Driver, params: Params): ViewElement[] {
  const root = driver.element(params);
  return searching(driver, () => select(root, String(params.selector)));
}

/** The component behind an element: only these have data and methods of their own. */
function component(driver: Driver, params: Params) {
  const element = driver.element(params);
  if (!isComponent(element)) throw new Error('this element is not a custom component');
  return element;
}

const DOM_PROPERTIES: Record<string, (element: ViewElement) => unknown> = {
  innerText,
  offsetWidth: () => 0,
  offsetHeight: () => 0,
};

/** Functions that the client calls on elements of one kind. */
const WIDGET_FUNCTIONS: Record<string, (element: ViewElement, args: unknown[]) => unknown> = {
  'input.input': (element, [text]) => type(element, String(text)),
  'textarea.input': (element, [text]) => type(element, String(text)),
  'switch.tap': (element) => tap(element),
  'slider.slideTo': (element, [value]) => change(element, 'value', { value }),
  'swiper.swipeTo': (element, [current]) =>
    change(element, 'current', { current, source: 'touch' }),
  'scroll-view.scrollTo': (element, [scrollLeft, scrollTop]) =>
    trigger(element, 'scroll', { scrollLeft, scrollTop, deltaX: 0, deltaY: 0 }),
  'scroll-view.scrollTop': () => 0,
  'scroll-view.scrollLeft': () => 0,
  'scroll-view.scrollWidth': () => 0,
  'scroll-view.scrollHeight': () => 0,
};

const touch = (name: string): Method => ({
  acts: true,
  run: (driver, params) => {
    const { touches = [], changedTouches = [] } = params;
    trigger(driver.element(params), name, {}, { touches, changedTouches });
    return {};
  },
});

export const element: Record<string, Method> = {
  'Element.getElement': {
    run: (driver, params) => {
      const [first] = found(driver, params);
      if (!first) throw new Error(`no element matches ${params.selector}`);
      return driver.elements.handle(first);
    },
  },
  'Element.getElements': {
    run: (driver, params) => ({
      elements: found(driver, params).map((one) => driver.elements.handle(one)),
    }),
  },
  'Element.getDOMProperties': {
    run: (driver, params) => ({
      properties: listParam(params, 'names').map(
        (name) => DOM_PROPERTIES[String(name)]?.(driver.element(params)) ?? null,
      ),
    }),
  },
  'Element.getAttributes': {
    run: (driver, params) => {
      const all = attributes(driver.element(params));
      return {
        attributes: listParam(params, 'names').map((name) => {
          const value = all[String(name)];
          return value === undefined || value === null ? null : String(value);
        }),
      };
    },
  },
  'Element.getProperties': {
    run: (driver, params) => {
      const all = properties(driver.element(params));
      // the client asks first which properties are public, and takes a truthy value for yes
      const named = Object.fromEntries(Object.keys(all).map((name) => [name, true]));
      return {
        properties: listParam(params, 'names').map((name) =>
          name === '__propPublic' ? named : (all[String(name)] ?? null),
        ),
      };
    },
  },
  'Element.getWXML': {
    run: (driver, params) => ({
      wxml: wxml(driver.element(params), params.type === 'inner' ? 'inner' : 'outer'),
    }),
  },
  'Element.getOffset': { run: () => ({ left: 0, top: 0 }) },
  'Element.tap': {
    acts: true,
    run: (driver, params) => {
      tap(driver.element(params));
      return {};
    },
  },
  'Element.touchstart': touch('touchstart'),
  'Element.touchmove': touch('touchmove'),
  'Element.touchend': touch('touchend'),
  'Element.triggerEvent': {
    acts: true,
    run: (driver, params) => {
      trigger(driver.element(params), String(params.type), params.detail);
      return {};
    },
  },
  'Element.dispatchEvent': {
    acts: true,
    run: (driver, params) => {
      const { eventName, detail, touches = [], changedTouches = [] } = params;
      trigger(driver.element(params), String(eventName), detail, { touches, changedTouches });
      return {};
    },
  },
  'Element.callFunction': {
    acts: true,
    run: (driver, params) => {
      const name = String(params.functionName);
      const run = WIDGET_FUNCTIONS[name];
      if (!run) throw new Error(`${name} is not served by this stand-in`);
      return { result: run(driver.element(params), listParam(params, 'args')) };
    },
  },
  'Element.getData': {
    run: (driver, params) => ({ data: valueAt(component(driver, params).data, params.path) }),
  },
  'Element.setData': {
    acts: true,
    run: (driver, params) => {
      component(driver, params).setData(params.data as Record<string, unknown>);
      return {};
    },
  },
  'Element.callMethod': {
    acts: true,
    run: async (driver, params) => ({
      result: await callMethod(driver, component(driver, params).getMethodCaller(), params),
    }),
  },
};
