import { checkTemplates } from '../../../local/devtools';
import { fixture, type Hosted, host, mutated } from './host-fixture';

/** Host a copy of the fixture with one defect in it. */
async function withDefect(
  [file, from, to]: [string, string, string],
  check: (hosted: Hosted) => Promise<void>,
): Promise<void> {
  const copy = mutated(file, from, to);
  const hosted = await host({ project: copy.project });
  try {
    await check(hosted);
  } finally {
    await hosted.close();
    copy.remove();
  }
}

describe('a sound program', () => {
  test('has no defects', async () => {
    const hosted = await host();
    expect(hosted.devtools.defects()).toEqual([]);
    await hosted.close();
  });

  test('passes WeChat’s own compiler where that runs', () => {
    const check = checkTemplates(fixture);
    expect(check.errors).toEqual([]);
    expect(check.checked).toBe(process.platform !== 'linux' || process.arch === 'x64');
  });
});

describe('a defect is told', () => {
  test.each<[string, [string, string, string], string]>([
    [
      'what a mini program lacks',
      ['pages/home/index.js', "title: 'Home'", 'title: process.env.TITLE'],
      'load: process is not defined',
    ],
    [
      'eval',
      ['app.js', 'onShow() {', "onShow() { new Function('return 1')();"],
      'lifecycle: Code generation from strings disallowed for this context',
    ],
    [
      'a module that is not there',
      ['app.js', "require('./trace')", "require('./tracer')"],
      "load: module 'tracer.js' is not defined, require args is './tracer'",
    ],
    [
      'a wrong path of a component',
      ['pages/home/index.json', 'card/index', 'cards/index'],
      'pages/home/index: component "card" is not found at components/cards/index',
    ],
    [
      'a broken template',
      ['pages/me/index.wxml', '</text>', '</txt>'],
      'pages/me/index.wxml:1:2 missing end tag',
    ],
  ])('%s', (_name, defect, line) =>
    withDefect(defect, async ({ devtools }) => {
      expect(devtools.defects()).toEqual(expect.arrayContaining([expect.stringContaining(line)]));
    }),
  );

  test('a broken template, by WeChat’s own compiler with file and line', () => {
    const copy = mutated('pages/me/index.wxml', '</text>', '</txt>');
    const check = checkTemplates(copy.project);
    copy.remove();
    if (!check.checked) return expect(check.reason).toContain(process.platform);
    return expect(check.errors.join('\n')).toMatch(/pages\/me\/index\.wxml.*1/);
  });

  test.each([
    ['.throw', 'handler', 'thrown by a handler'],
    ['.throw-later', 'timer', 'thrown by a timer'],
  ])('%s reaches App.onError and the driver', async (button, origin, message) => {
    const hosted = await host();
    const heard = new Promise((resolve) => {
      hosted.driver.on('exception', resolve);
    });
    await hosted.tap(button);
    expect(hosted.devtools.exceptions).toMatchObject([{ origin, message }]);
    expect(await heard).toMatchObject({ exception: { message } });
    expect(await hosted.driver.evaluate('() => getApp().errors')).toEqual([`Error: ${message}`]);
    await hosted.close();
  });

  test('a rejection that nobody handles reaches App.onUnhandledRejection', async () => {
    const hosted = await host();
    await hosted.tap('.reject');
    const message = 'navigateTo:fail page "pages/none/index" is not found';
    expect(hosted.devtools.exceptions).toMatchObject([{ origin: 'promise', message }]);
    expect(await hosted.driver.evaluate('() => getApp().errors')).toEqual([`unhandled ${message}`]);
    await hosted.close();
  });
});

test('a folder without app.json is refused by name', async () => {
  await expect(host({ project: __dirname })).rejects.toThrow(`no app.json in ${__dirname}`);
});
