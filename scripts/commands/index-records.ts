import type { Scheme } from '../../cloudfunctions/domain/indices';
import { findScheme, schemeInForce } from '../../cloudfunctions/domain/indices';
import { metricFacts } from '../../cloudfunctions/domain/indices/metrics.data';
import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';

/** The record's names, as every command of the indices takes them. */
export const recordHelp = `记录的字段（未知写 null 或不写，绝不要写 0）：
  account      账号名，原样带回
  days         周期天数；写了 period（2026-W47、2026-11、2026-Q4、2026、2026-11-01..2026-11-20）可省
  period       周期
  through      周期还没结束时，数据截至哪一天；只按到那天为止的天数计
  measure      口径：people 人数、times 次数；或按字段分写 {"reads":"times","shares":"people"}
  estimated    估算的字段名，如 ["reads"]；照常计分，结果里注明
  articles     发布篇数            pushes         推送次数
  reads        总阅读数            maxReads       最高阅读数
  headlineReads 头条阅读数         headlineCount  头条篇数
  wows         总在看数            maxWows        最高在看数      headlineWows   头条在看数
  likes        总点赞数            maxLikes       最高点赞数      headlineLikes  头条点赞数
  shares       总转发数            maxShares      最高转发数      headlineShares 头条转发数
  favourites   总收藏数
  comments     留言数              replies        留言回复数      medianReplyHours 回复时长中位数（小时）
  followers    期末关注人数        newFollowers   新增关注人数    lostFollowers  取消关注人数
  messages     私信数              messageReplies 私信回复数
  longestGapDays 最长未发布天数
  serviceEntries 服务入口数        workingServiceEntries 有效服务入口数
  serviceUses  服务使用次数        serviceCompletions    服务办结次数
  satisfactionAnswers 满意度答卷数 satisfied             满意答卷数
  openFindings 未整改的内容问题数  interactionAvailable  互动功能可用（1 或 0）
  items        文章列表，由它算出总数、最高、头条和最长未发布天数：
               [{ title, publishedAt, headline, reads, wows, likes, shares, favourites, comments, replies }]；
               只要有一篇写了 headline: true，没写 headline 的就按非头条计，null 为未知
  dissemination、service、interaction  已有的传播力、服务力、互动力（city-competitiveness 用）
阅读数可写 "10万+"，按各方案的规定计数。`;

export const outputHelp = `一行输入一个 JSON 对象，一行输出一个结果；有误的行输出 { line, error: { code, message, fields } }，
其余照常，此时退出码为 1。`;

/** Value of `--name VALUE` or `--name=VALUE`; null when absent. */
export function option(args: string[], name: string): string | null {
  const inline = args.find((arg) => arg.startsWith(`--${name}=`));
  if (inline !== undefined) return inline.slice(name.length + 3);
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? '');
}

/** Whether all arguments are known; else says which is not and sets exit code 2. */
export function onlyOptions(args: string[], known: string[]): boolean {
  const stray = args.find((arg, at) => {
    const name = arg.replace(/^--/, '').split('=')[0] ?? '';
    if (arg.startsWith('--')) return !known.includes(name);
    const before = args[at - 1] ?? '';
    return !(before.startsWith('--') && !before.includes('='));
  });
  if (stray === undefined) return true;
  const named = known.map((name) => `--${name}`).join('、');
  console.error(
    stray.startsWith('--')
      ? `不认识选项 ${stray}${named === '' ? '，这个命令没有选项' : `，可用的有：${named}`}`
      : `多出参数 ${stray}；记录从标准输入读取，例如 < ${stray}`,
  );
  process.exitCode = 2;
  return false;
}

/**
 * The scheme that `--scheme` names; with `--day`, the version of that family that was in force then.
 * Says what is wrong, as an error on standard output too, and sets exit code 2 when there is none.
 */
export function schemeOption(args: string[]): Scheme | null {
  if (!onlyOptions(args, ['scheme', 'day'])) return null;
  const id = option(args, 'scheme');
  const day = option(args, 'day');
  const found = id ? schemeOf(id, day) : null;
  if (found?.ok) return found.value;
  const message = '请用 --scheme 指明指数方案，例如 --scheme wci-13.0';
  const error = found?.error ?? { code: 'invalid', message, fields: { scheme: message } };
  console.log(JSON.stringify({ error }));
  console.error(error.message);
  process.exitCode = 2;
  return null;
}

const schemeOf = (id: string, day: string | null): Result<Scheme> =>
  day === null ? findScheme(id) : schemeInForce(id, day);

export const dayHelp = `加 --day <日期> 时，--scheme 写方案族名（如 wci）取那一天生效的版本：--scheme wci --day 2018-05-01；写方案名则那一天须在它的生效期内`;

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A line as an object with the fields that it must have. */
export function objectLine(line: unknown, required: string[]): Result<Fields> {
  const object = isObject(line) ? line : {};
  const absent = required.filter((name) => object[name] === undefined);
  if (isObject(line) && absent.length === 0) return { ok: true, value: object };
  const lack = absent.length > 0 ? `请补上 ${absent.join('、')}` : '';
  if (isObject(line)) {
    const fields = Object.fromEntries(absent.map((name) => [name, '必须填写']));
    return { ok: false, error: { code: 'invalid', message: `缺少字段，${lack}`, fields } };
  }
  const message = `每行须为一个 JSON 对象${lack && `，${lack}`}`;
  return { ok: false, error: { code: 'invalid', message, fields: { line: message } } };
}

/** A line is a record with further fields beside it, or has its record under `record`. */
export const recordOf = (line: Fields): unknown => (line.record === undefined ? line : line.record);

/** An error of a record that is no object, and so names no field, by where the record stands. */
export function placed(error: ApiError, at: string): ApiError {
  return error.fields ? error : { ...error, fields: { [at]: error.message } };
}

const recordNames = new Set([
  ...Object.keys(metricFacts),
  ...['account', 'period', 'through', 'days', 'measure', 'estimated', 'items'],
]);

/**
 * Says once of each field that no scheme knows it: a slip of the pen would read as 数据不足.
 * `beside` names what a command takes in the same object.
 */
export function strayFields(): (record: unknown, beside?: string[]) => void {
  const told = new Set<string>();
  return (record, beside = []) => {
    if (!isObject(record)) return;
    for (const name of Object.keys(record)) {
      if (recordNames.has(name) || beside.includes(name) || told.has(name)) continue;
      told.add(name);
      console.error(`不认识字段“${name.slice(0, 40)}”，已略过；字段名见 --help`);
    }
  };
}

/** Echoed as it was given. */
export function accountOf(record: unknown): unknown {
  return isObject(record) ? (record.account ?? null) : null;
}
