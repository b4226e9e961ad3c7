import type { ActionInput, ActionName, ActionOutput, Answer } from '../typings/api';
import type { LocalFile } from './device/local-file';

/** The one door to the functions, typed by the contract. Never rejects: failures are answers. */
export interface Cloud {
  call<A extends ActionName>(action: A, input: ActionInput<A>): Promise<Answer<ActionOutput<A>>>;
  upload(file: LocalFile): Promise<Answer<{ fileId: string }>>;
}

/** What carries a call: WeChat's cloud, or a gateway over HTTP. May reject. */
export interface Transport {
  invoke(name: string, data: { action: string; input: unknown }): Promise<unknown>;
  /** Resolves to the stored file's id. */
  upload(path: string, file: LocalFile): Promise<string>;
}

const callTimeout = 15_000;
const uploadTimeout = 60_000;

/** Makes the door over a transport; a silent or broken network becomes an `unavailable` answer. */
export function createCloud(transport: Transport): Cloud {
  return {
    async call(action, input) {
      const [name = '', verb = ''] = action.split('.');
      const reply = await attempt(transport.invoke(name, { action: verb, input }), callTimeout);
      if (!reply.ok) return reply;
      return isAnswer<ActionOutput<typeof action>>(reply.data)
        ? reply.data
        : unavailable('服务暂时无法应答，请稍后重试。');
    },
    async upload(file) {
      const path = `intake/${requestKey()}.${extensionOf(file.name)}`;
      const reply = await attempt(transport.upload(path, file), uploadTimeout);
      return reply.ok ? { ok: true, data: { fileId: reply.data } } : reply;
    },
  };
}

/** A key that makes one intended write happen once, however often it is sent. */
export function requestKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${Date.now().toString(36)}-${random()}${random()}`;
}

function extensionOf(name: string): string {
  const [, extension = 'bin'] = /\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  return extension.toLowerCase();
}

async function attempt<T>(work: Promise<T>, milliseconds: number): Promise<Answer<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer<T>>((resolve) => {
    timer = setTimeout(
      () => resolve(unavailable('网络较慢，服务没有及时应答，请稍后重试。')),
      milliseconds,
    );
  });
  const done = work.then(
    (data): Answer<T> => ({ ok: true, data }),
    (): Answer<T> => unavailable('网络连接失败，请检查网络后重试。'),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable<T>(message: string): Answer<T> {
  return { ok: false, error: { code: 'unavailable', message } };
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'data' in value;
  return value.ok === false && 'error' in value;
}
