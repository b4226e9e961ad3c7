import type { Cloud } from '../../client/cloud';
import type { OpenFile, RemoteFile } from '../../client/device/open-file';
import type { DeviceStorage } from '../../client/device/storage';
import type { ActionInput, ActionName, ActionOutput, Answer } from '../../typings/api';
import type { Account } from '../../typings/registry';

type Handlers = {
  [A in ActionName]?: (
    input: ActionInput<A>,
  ) => Answer<ActionOutput<A>> | Promise<Answer<ActionOutput<A>>>;
};

export const ok = <T>(data: T): Answer<T> => ({ ok: true, data });
export const failed = (
  code: 'invalid' | 'conflict' | 'unavailable' | 'not-found',
  fields?: Record<string, string>,
): Answer<never> => ({ ok: false, error: { code, message: '不行', fields } });

/** A door whose answers the test writes; `asked` keeps what came through it. */
export function fakeCloud(handlers: Handlers) {
  const asked: { action: ActionName; input: unknown }[] = [];
  let uploads = 0;
  const cloud: Cloud = {
    async call(action, input) {
      asked.push({ action, input: structuredClone(input) });
      const handler = handlers[action];
      if (!handler) throw new Error(`Nobody expected ${action}`);
      return handler(input);
    },
    async upload() {
      uploads += 1;
      return ok({ fileId: `file-${uploads}` });
    },
  };
  const inputsOf = <A extends ActionName>(action: A) =>
    asked.filter((one) => one.action === action).map(({ input }) => input as ActionInput<A>);
  return { cloud, asked, inputsOf };
}

/** A device's storage: keeps JSON, as the real one does. */
export function memoryStorage(): DeviceStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    async get(key) {
      const text = kept.get(key);
      return text === undefined ? null : JSON.parse(text);
    },
    async set(key, value) {
      kept.set(key, JSON.stringify(value));
    },
    async remove(key) {
      kept.delete(key);
    },
  };
}

/** A device that shows documents, and remembers which; `shows` says whether it can. */
export function fakeViewer(shows = true) {
  const shown: RemoteFile[] = [];
  const openFile: OpenFile = async (file) => {
    shown.push(file);
    return shows;
  };
  return { openFile, shown };
}

/** Resolves when everything already under way has settled. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

export function account(id: string): Account {
  return {
    id,
    name: `账号${id}`,
    wechatId: `gh_${id}`,
    appId: null,
    kind: 'subscription',
    principal: '某区人民政府办公室',
    agency: {
      id: `agency-${id}`,
      name: '某区人民政府办公室',
      level: 'county',
      region: '350102',
      department: 'government-office',
      supervisorUnit: null,
    },
    operation: {
      mode: null,
      operator: null,
      openedOn: null,
      fullTimeStaff: null,
      partTimeStaff: null,
      annualBudget: null,
    },
    filing: { number: null, date: null, status: 'none' },
    status: 'active',
    closedOn: null,
    sample: false,
    revision: 1,
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
}
