import { isObject, type Parameters } from '../parameters';

/** A subscribe message that would have gone out, as it was sent. */
export interface SentMessage {
  /** UTC */
  time: string;
  envName: string;
  touser: string;
  template_id: string;
  page: string | null;
  data: Record<string, { value: string }>;
}

const mostKept = 1000;

/** The messages sent since the start, newest last; of many, the newest. */
export class Messages {
  readonly #sent: SentMessage[] = [];

  get sent(): readonly SentMessage[] {
    return this.#sent;
  }

  add(message: SentMessage): void {
    this.#sent.push(message);
    if (this.#sent.length > mostKept) this.#sent.shift();
  }
}

/** What a template's field may hold, by the kind that its key begins with. */
const fieldRules: [RegExp, RegExp][] = [
  [/^thing\d+$/, /^.{1,20}$/su],
  [/^number\d+$/, /^-?[\d.]{1,32}$/],
  [/^letter\d+$/, /^[A-Za-z]{1,32}$/],
  [/^symbol\d+$/, /^.{1,5}$/su],
  [/^character_string\d+$/, /^[\x20-\x7e]{1,32}$/],
  [/^(time|date)\d+$/, /^.{1,40}$/su],
  [/^amount\d+$/, /^.{1,11}$/su],
  [/^phone_number\d+$/, /^[\d+\- ]{1,17}$/],
  [/^name\d+$/, /^.{1,20}$/su],
  [/^phrase\d+$/, /^\p{Script=Han}{1,5}$/u],
];

/** Keeps a message, or answers WeChat's error for what WeChat would not take. */
export function sendSubscribeMessage(
  messages: Messages,
  { envName, request, now }: { envName: string; request: Parameters; now: number },
): Parameters {
  const { touser, template_id, page, data } = request;
  if (typeof touser !== 'string' || touser === '') {
    return { errcode: 40003, errmsg: 'invalid openid' };
  }
  if (typeof template_id !== 'string' || template_id === '') {
    return { errcode: 40037, errmsg: 'invalid template_id' };
  }
  const { values, wrong } = fieldsOf(data);
  if (wrong !== null)
    return { errcode: 47003, errmsg: `argument invalid! data.${wrong} is invalid` };
  messages.add({
    time: new Date(now).toISOString(),
    envName,
    touser,
    template_id,
    page: typeof page === 'string' ? page : null,
    data: values,
  });
  return { errcode: 0, errmsg: 'ok' };
}

function fieldsOf(data: unknown): { values: SentMessage['data']; wrong: string | null } {
  const values: SentMessage['data'] = {};
  if (!isObject(data)) return { values, wrong: 'value' };
  for (const [key, field] of Object.entries(data)) {
    const value = isObject(field) ? field.value : undefined;
    const rule = fieldRules.find(([kind]) => kind.test(key));
    const given = typeof value === 'number' ? String(value) : value;
    if (!rule || typeof given !== 'string' || !rule[1].test(given)) {
      return { values, wrong: `${key}.value` };
    }
    values[key] = { value: given };
  }
  return { values, wrong: null };
}
