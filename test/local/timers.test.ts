import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startCloudbase } from '../../local/cloudbase';
import { nextMoment, parseCron } from '../../local/cloudbase/timers/cron';
import { startedServer, temporaryFolder } from './started';

const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
  ['0 10 10 * * * *', '2026-11-24T10:09:59', '2026-11-24T10:10:00'],
  ['0 10 10 * * * *', '2026-11-24T10:10:00', '2026-11-25T10:10:00'],
  ['*/15 * * * * * *', '2026-11-24T23:59:50', '2026-11-25T00:00:00'],
  ['0 0 2 1 * * *', '2026-12-01T02:00:00', '2027-01-01T02:00:00'],
  ['0 30 9-17/4 * * MON-FRI *', '2026-11-27T17:30:00', '2026-11-30T09:30:00'],
  ['0 0 0 29 2 * *', '2026-11-24T00:00:00', '2028-02-29T00:00:00'],
  ['0 0 0 1 JAN,JUL * *', '2026-11-24T00:00:00', '2027-01-01T00:00:00'],
  ['0 0 12 15 * 0 *', '2026-11-09T00:00:00', '2026-11-15T12:00:00'],
  ['0 0 12 20 * 0 *', '2026-11-16T00:00:00', '2026-11-20T12:00:00'],
  ['0 0 12 20 * 0 *', '2026-11-20T12:00:00', '2026-11-22T12:00:00'],
  ['5/20 0 0 * * * 2027', '2026-11-24T00:00:00', '2027-01-01T00:00:05'],
])('%s after %s', (expression, after, next) => {
  expect(nextMoment(parseCron(expression), at(after))).toBe(at(next));
});

test('a year that is over never comes', () => {
  expect(nextMoment(parseCron('0 0 0 1 1 * 2020'), at('2026-01-01T00:00:00'))).toBeNull();
  expect(nextMoment(parseCron('0 0 0 31 2 * *'), at('2026-01-01T00:00:00'))).toBeNull();
});

test.each([
  '* * * * *',
  '60 * * * * * *',
  '0 0 24 * * * *',
  '0 0 0 0 * * *',
  '0 0 0 * 13 * *',
  '0 0 0 * * 7 *',
  '5-1 * * * * * *',
  '*/0 * * * * * *',
  '1/2/3 * * * * * *',
  '1-2-3 * * * * * *',
  'a * * * * * *',
  '? * * * * * *',
])('%s cannot be read', (expression) => {
  expect(() => parseCron(expression)).toThrow(/定时表达式/);
});

test('the next moment is later, fits, and leaves none out between', () => {
  const field = (max: number) => fc.oneof(fc.constant('*'), fc.nat(max).map(String));
  fc.assert(
    fc.property(
      fc.tuple(field(59), field(59), field(23)),
      fc.integer({ min: at('2000-01-01T00:00:00'), max: at('2090-01-01T00:00:00') }),
      ([second, minute, hour], after) => {
        const cron = parseCron(`${second} ${minute} ${hour} * * * *`);
        const next = nextMoment(cron, after) ?? Number.NaN;
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual(86_400_000);
        const clock = new Date(next + 8 * 3600_000);
        const read = [clock.getUTCSeconds(), clock.getUTCMinutes(), clock.getUTCHours()];
        for (const [index, wanted] of [second, minute, hour].entries()) {
          if (wanted !== '*') expect(read[index]).toBe(Number(wanted));
        }
        expect(nextMoment(cron, next - 1)).toBe(next);
        if (next - 1000 > after) expect(nextMoment(cron, next - 1001)).toBe(next);
      },
    ),
  );
});

describe('a timer of cloudbaserc.json', () => {
  const folder = temporaryFolder();
  const functions = temporaryFolder();
  const config = join(folder, 'cloudbaserc.json');
  const closing = temporaryFolder();
  const notes = join(folder, 'fired.jsonl');
  const trigger = { name: 'daily', type: 'timer', config: '0 10 10 * * * *', message: '同步' };
  writeFileSync(
    config,
    JSON.stringify({
      envId: 'test',
      functions: [
        { name: 'sync', triggers: [trigger] },
        { name: 'absent', triggers: [trigger] },
      ],
    }),
  );
  mkdirSync(join(functions, 'sync'));
  writeFileSync(
    join(functions, 'sync', 'index.js'),
    `exports.main = async (event) => {
      const { TRIGGER_SRC, WX_OPENID = null, TCB_ENV } = process.env;
      await new Promise((resolve) => setTimeout(resolve, 200));
      require('node:fs').appendFileSync(${JSON.stringify(notes)},
        JSON.stringify({ event, TRIGGER_SRC, WX_OPENID, TCB_ENV }) + '\\n');
    };`,
  );
  const fired = () =>
    readFileSync(notes, { encoding: 'utf8', flag: 'a+' })
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  let now = at('2026-11-24T10:09:00');
  const server = startedServer({ config, functions, clock: () => now });
  let complaints: jest.SpyInstance;
  beforeEach(() => {
    complaints = jest.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => complaints.mockRestore());

  test('fires at its moment, as the platform, once, and others go on when one fails', async () => {
    await server.it.fireDueTimers();
    expect(fired()).toEqual([]);
    now = at('2026-11-24T10:10:00');
    await Promise.all([server.it.fireDueTimers(), server.it.fireDueTimers()]);
    expect(fired()).toEqual([
      {
        event: {
          Type: 'Timer',
          TriggerName: 'daily',
          Time: '2026-11-24T02:10:00Z',
          Message: '同步',
        },
        TRIGGER_SRC: 'timer',
        WX_OPENID: null,
        TCB_ENV: 'test',
      },
    ]);
    expect(complaints.mock.calls.flat().join()).toContain('absent/daily');
  });

  test('that is due again while it runs is left out, and missed days are made up for once', async () => {
    const before = fired().length;
    now = at('2026-11-28T10:10:00');
    const first = server.it.fireDueTimers();
    now = at('2026-11-29T10:10:00');
    await Promise.all([first, server.it.fireDueTimers()]);
    expect(fired().slice(before)).toMatchObject([{ event: { Time: '2026-11-25T02:10:00Z' } }]);
    expect(complaints.mock.calls.flat().join()).toContain('跳过');
  });

  test('that runs when the server closes is ended without complaint before the closing is over', async () => {
    const moment = at('2026-11-24T10:09:00');
    let clock = moment;
    const alone = await startCloudbase({
      data: closing,
      config,
      functions,
      clock: () => clock,
    });
    clock = moment + 60_000;
    let ended = false;
    const running = alone.fireDueTimers().then(() => {
      ended = true;
    });
    // The one without a function has failed by then, as it should.
    await new Promise((resolve) => setTimeout(resolve, 50));
    complaints.mockClear();
    await alone.close();
    await running;
    expect(ended).toBe(true);
    expect(complaints.mock.calls).toEqual([]);
  });

  test.each([
    [true, 1],
    [false, 0],
  ])('that nobody asks for fires by itself: %s', async (timersFire, times) => {
    const before = fired().length;
    const moment = at('2026-11-24T10:09:00');
    let clock = moment;
    const alone = await startCloudbase({
      data: mkdtempSync(join(folder, 'alone-')),
      config,
      functions,
      clock: () => clock,
      timersFire,
    });
    clock = moment + 60_000;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await alone.close();
    expect(fired().slice(before)).toHaveLength(times);
  });

  test('with an expression that cannot be read keeps the server from starting', async () => {
    const bad = join(folder, 'bad.json');
    const triggers = [{ ...trigger, config: '0 0 * * *' }];
    writeFileSync(bad, JSON.stringify({ functions: [{ name: 'sync', triggers }] }));
    await expect(startCloudbase({ data: folder, config: bad })).rejects.toThrow(
      '函数 sync 的触发器有误',
    );
  });
});
