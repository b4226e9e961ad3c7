import { type Hosted, host } from './host-fixture';

let hosted: Hosted;
beforeAll(async () => {
  hosted = await host();
});
afterAll(() => hosted.close());
beforeEach(async () => {
  await hosted.go('/pages/home/index');
});
afterAll(() => expect(hosted.devtools.exceptions).toEqual([]));

test('texts, attributes, data and WXML are read', async () => {
  const page = await hosted.page();
  expect(await hosted.text('.title')).toBe('Home');
  expect(await page.data('options.colour')).toBe('red');
  expect(await page.data()).toMatchObject({ title: 'Home', rows: [] });
  const inner = await page.$('.inner');
  expect(inner?.tagName).toBe('view');
  expect(await inner?.attribute('data-row-id')).toBe('7');
  expect(await inner?.attribute('absent')).toBeNull();
  expect(await inner?.outerWxml()).toBe('<view class="inner" data-row-id="7">in</view>');
  expect(await page.$('.absent')).toBeNull();
});

test('a tap bubbles with target and currentTarget, and catch stops it', async () => {
  await hosted.tap('.inner');
  expect(await hosted.text('.taps')).toBe('inner(7)outer(7)');
  await hosted.tap('.caught');
  expect(await hosted.text('.taps')).toBe('inner(7)outer(7)inner()');
});

test('typing keeps to maxlength and reaches the program', async () => {
  const input = (await (await hosted.page()).$('.name')) as unknown as {
    input(text: string): Promise<void>;
    value(): Promise<string>;
  };
  await input.input('abcdefgh');
  expect(await hosted.text('.echo')).toBe('abcde');
  expect(await input.value()).toBe('abcde');
});

test('an action is answered when its short timers have run', async () => {
  await hosted.tap('.fill');
  expect(await (await hosted.page()).$$('.row')).toHaveLength(20);
});

test('a component is entered by steps or by >>>, not by a plain selector', async () => {
  const page = await hosted.page();
  expect(await page.$('.heading')).toBeNull();
  expect(await (await page.$('.page >>> .heading'))?.text()).toBe('Home/red');
  const card = await page.$('card');
  expect(await (await card?.$('.heading'))?.text()).toBe('Home/red');
  expect(await page.$('.slotted')).not.toBeNull();
  await (await card?.$('.frame'))?.tap();
  expect(await hosted.text('.chosen')).toBe('Home');
});

test('a component gives and takes its data', async () => {
  const card = (await (await hosted.page()).$('card')) as unknown as {
    data(path: string): Promise<unknown>;
    setData(data: object): Promise<void>;
    $(selector: string): Promise<{ text(): Promise<string> }>;
  };
  expect(await card.data('heading')).toBe('Home');
  await card.setData({ heading: 'Card' });
  expect(await (await card.$('.heading')).text()).toBe('Card/red');
});

test('a list of selectors answers in document order', async () => {
  const found = (await (await hosted.page()).$$('.echo, #home > .title')) as {
    attribute(name: string): Promise<string>;
  }[];
  expect(await Promise.all(found.map((one) => one.attribute('class')))).toEqual(['title', 'echo']);
});

test('a selector that WeChat lacks finds nothing and is noted', async () => {
  expect(await (await hosted.page()).$('[data-row-id]')).toBeNull();
  expect(hosted.devtools.warnings.at(-1)).toBe('selector "[data-row-id]" is not offered by WeChat');
});

test('an element that left the page can no longer be used', async () => {
  await hosted.tap('.fill');
  const page = await hosted.page();
  const row = await page.$('.row');
  await page.setData({ rows: [] });
  await expect(row?.tap()).rejects.toThrow(/is not on page pages\/home\/index/);
});

test('page data is set and page methods are called', async () => {
  const page = await hosted.page();
  await page.setData({ title: 'Set' });
  expect(await hosted.text('.title')).toBe('Set');
  expect(await page.callMethod('add', 2, 3)).toBe(5);
  await expect(page.callMethod('absent')).rejects.toThrow('absent is not a method here');
});

test('setData carries what JSON carries, and calls back', async () => {
  expect(
    await hosted.driver.evaluate(`() => new Promise((resolve) => {
      const [page] = getCurrentPages();
      const options = { colour: 'blue', gone: undefined, lost() {} };
      page.setData({ options, 'rows[0].label': 'by path' }, () => {
        options.colour = 'changed later';
        resolve([Object.keys(page.data.options), page.data.options.colour]);
      });
    })`),
  ).toEqual([['colour'], 'blue']);
  expect(await hosted.text('.row')).toBe('by path');
});

test('functions are evaluated in the program, promises awaited', async () => {
  const { driver } = hosted;
  expect(await driver.evaluate((a: number, b: number) => a * b, 6, 7)).toBe(42);
  expect(await driver.evaluate('() => Promise.resolve({ done: [1] })')).toEqual({ done: [1] });
  await expect(driver.evaluate('() => { throw new Error("no") }')).rejects.toThrow('no');
});

test('the program calls functions exposed by the driver', async () => {
  const heard = new Promise((resolve) => {
    void hosted.driver.exposeFunction('tell', resolve);
  });
  await hosted.driver.evaluate('() => tell({ a: 1 })');
  expect(await heard).toEqual({ a: 1 });
});

test('console lines come as events, whatever they hold', async () => {
  const heard = new Promise((resolve) => {
    hosted.driver.on('console', resolve);
  });
  await hosted.driver.evaluate(
    '() => { const ring = {}; ring.self = ring; console.warn(ring, () => 1) }',
  );
  expect(await heard).toEqual({ type: 'warn', args: [{ self: '[circular]' }, '[function]'] });
});

test('a method of the protocol that is not served says its name', async () => {
  await expect(hosted.driver.screenshot()).rejects.toThrow(
    'App.captureScreenshot is not served by this stand-in',
  );
});
