import { bubbles } from './events';
import { drawnElements, parent, properties, tagName, type ViewElement } from './tree';

/** What WeChat's own widgets do when touched. Their state lives on the element, as on a phone. */

export function trigger(
  element: ViewElement,
  type: string,
  detail: unknown = {},
  extra = {},
): void {
  element.triggerEvent(type, detail, {
    bubbles: bubbles(type),
    composed: bubbles(type),
    capturePhase: true,
    extraFields: extra,
  });
}

const TOUCH = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 };

/** A whole tap: touch, release, tap, and what the widget does of itself. */
export function tap(element: ViewElement): void {
  if (isOn(element, 'disabled')) return;
  const touched = { touches: [TOUCH], changedTouches: [TOUCH] };
  trigger(element, 'touchstart', {}, touched);
  trigger(element, 'touchend', {}, { touches: [], changedTouches: [TOUCH] });
  trigger(element, 'tap', { x: 0, y: 0 }, touched);
  const widget = enclosing(element, (one) => tagName(one) in REACTIONS);
  if (widget && !isOn(widget, 'disabled')) REACTIONS[tagName(widget)]?.(widget);
}

/** Type a text into an input or textarea, as if over what was there. */
export function type(element: ViewElement, text: string): void {
  if (isOn(element, 'disabled')) return;
  const limit = Number(properties(element).maxlength ?? 140);
  const value = limit >= 0 ? text.slice(0, limit) : text;
  element.setAttribute('value', value);
  trigger(element, 'input', { value, cursor: value.length, keyCode: value.charCodeAt(0) || 8 });
}

/** Change a slider, a swiper or another widget of one value. */
export function change(element: ViewElement, name: string, detail: Record<string, unknown>): void {
  element.setAttribute(name, detail[name] ?? detail.value);
  trigger(element, 'change', detail);
}

const REACTIONS: Record<string, (element: ViewElement) => void> = {
  switch: (element) => {
    const value = !isOn(element, 'checked');
    element.setAttribute('checked', value);
    trigger(element, 'change', { value });
  },
  checkbox: (element) => {
    element.setAttribute('checked', !isOn(element, 'checked'));
    changeGroup(element, 'checkbox-group');
  },
  radio: (element) => {
    if (isOn(element, 'checked')) return;
    const group = enclosing(element, (one) => tagName(one) === 'radio-group');
    for (const radio of group ? within(group, ['radio']) : []) radio.setAttribute('checked', false);
    element.setAttribute('checked', true);
    changeGroup(element, 'radio-group');
  },
  label: (element) => {
    const [control] = within(element, ['switch', 'checkbox', 'radio', 'button']);
    if (control) tap(control);
  },
  button: (element) => {
    const action = properties(element).formType;
    const form = enclosing(element, (one) => tagName(one) === 'form');
    if (!form) return;
    if (action === 'submit') trigger(form, 'submit', { value: formValues(form) });
    if (action === 'reset') trigger(form, 'reset');
  },
};

function changeGroup(element: ViewElement, tag: string): void {
  const group = enclosing(element, (one) => tagName(one) === tag);
  if (group) trigger(group, 'change', { value: VALUES[tag]?.(group) });
}

/** How a control that has a name gives its value to its form. */
const VALUES: Record<string, (element: ViewElement) => unknown> = {
  input: (element) => properties(element).value ?? '',
  textarea: (element) => properties(element).value ?? '',
  picker: (element) => properties(element).value ?? null,
  slider: (element) => properties(element).value ?? 0,
  switch: (element) => isOn(element, 'checked'),
  'checkbox-group': (group) => checked(group, 'checkbox'),
  'radio-group': (group) => checked(group, 'radio')[0] ?? '',
};

function formValues(form: ViewElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const control of within(form, Object.keys(VALUES))) {
    const { name } = properties(control);
    if (typeof name === 'string' && name) values[name] = VALUES[tagName(control)]?.(control);
  }
  return values;
}

function checked(group: ViewElement, tag: string): unknown[] {
  return within(group, [tag])
    .filter((one) => isOn(one, 'checked'))
    .map((one) => properties(one).value);
}

function within(root: ViewElement, tags: string[]): ViewElement[] {
  return [...drawnElements(root)].filter((one) => one !== root && tags.includes(tagName(one)));
}

function enclosing(
  element: ViewElement,
  matches: (element: ViewElement) => boolean,
): ViewElement | null {
  for (let one: ViewElement | null = element; one; one = parent(one) ?? hostOf(one)) {
    if (matches(one)) return one;
  }
  return null;
}

function hostOf(element: ViewElement): ViewElement | null {
  return element.ownerShadowRoot?.getHostNode() ?? null;
}

function isOn(element: ViewElement, name: string): boolean {
  const value = properties(element)[name];
  return value === true || value === 'true' || value === '';
}
