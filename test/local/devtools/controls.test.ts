import { type Hosted, host } from './host-fixture';

let hosted: Hosted;
beforeAll(async () => {
  hosted = await host();
});
afterAll(() => hosted.close());
beforeEach(async () => {
  await hosted.go('/pages/form/index');
});
afterAll(() => expect(hosted.devtools.defects()).toEqual([]));

const widget = async (selector: string) =>
  (await (await hosted.page()).$(selector)) as unknown as {
    input(text: string): Promise<void>;
    slideTo(value: number): Promise<void>;
    property(name: string): Promise<unknown>;
  };

test('a switch toggles and says so', async () => {
  await hosted.tap('.agree');
  await hosted.tap('.agree');
  expect(await hosted.text('.changes')).toBe('true;false;');
});

test('of radios one is on, reached through its label', async () => {
  await hosted.tap('.small');
  await hosted.tap('.large');
  await hosted.tap('.large');
  expect(await hosted.text('.changes')).toBe('"s";"l";');
});

test('checkboxes gather', async () => {
  await hosted.tap('.blue');
  await hosted.tap('.red');
  await hosted.tap('.blue');
  expect(await hosted.text('.changes')).toBe('["blue"];["red","blue"];["red"];');
});

test('a slider slides', async () => {
  await (await widget('.level')).slideTo(30);
  expect(await hosted.text('.changes')).toBe('30;');
  expect(await (await widget('.level')).property('value')).toBe(30);
});

test('a disabled control does nothing', async () => {
  await hosted.tap('.off');
  expect(await hosted.text('.changes')).toBe('');
});

test('a form is sent with every named value, and reset', async () => {
  await (await widget('.city')).input('佛山');
  await (await widget('.note')).input('好');
  await hosted.tap('.agree');
  await hosted.tap('.large');
  await hosted.tap('.red');
  await hosted.tap('.send');
  expect(JSON.parse((await hosted.text('.sent')) ?? '')).toEqual({
    city: '佛山',
    note: '好',
    agree: true,
    size: 'l',
    colours: ['red'],
    level: 0,
  });
  await hosted.tap('.clear');
  expect(await hosted.text('.sent')).toBe('reset');
});
