import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../../cloudfunctions/records/collection';
import { type CollectionName, indexes } from '../../../cloudfunctions/records/collections.data';
import { startCloudbase } from '../../../local/cloudbase';
import { builds, root } from '../../../scripts/builds';
import type { ActionInput, ActionName, ActionOutput, Answer } from '../../../typings/api';
import type { Scope } from '../../../typings/membership';
import type { Account } from '../../../typings/registry';
import type { Role } from '../../../typings/vocabulary';

type Stored = Record<string, unknown> & { _id: string };
type Records = typeof import('../../../cloudfunctions/records/bulk');

/** The real bundles on a local CloudBase of their own, with empty collections. */
export interface TestCloud {
  serviceUrl: string;
  /** Calls an action as someone; nobody when `openid` is null. */
  call<A extends ActionName>(
    openid: string | null,
    action: A,
    input: ActionInput<A>,
  ): Promise<Answer<ActionOutput<A>>>;
  /** Calls with an event of any shape and answers with the text of the answer. */
  send(openid: string | null, name: string, event: unknown): Promise<string>;
  upload(path: string, bytes: Uint8Array): Promise<string>;
  grant(openid: string, role: Role, scope: Scope): Promise<void>;
  addAccounts(accounts: Account[]): Promise<void>;
  recordHistory: Records['recordSubmissions'];
  /** Every document of a collection that fits; never more than a page of them. */
  documents(name: CollectionName, filter: object): Promise<Record<string, unknown>[]>;
  /** Changes documents behind the functions' back, as time would. */
  change(name: CollectionName, filter: object, changes: object): Promise<number>;
  remove(name: CollectionName, filter: object): Promise<void>;
  add(name: CollectionName, document: Document): Promise<void>;
  /** Lets some hours pass for the timers, and waits for what they fire; they fire no other time. */
  passHours(hours: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a cloud in a folder that is removed again on close. */
export async function startTestCloud(): Promise<TestCloud> {
  const data = mkdtempSync(join(tmpdir(), 'zhengwei-functions-'));
  let passed = 0;
  const cloudbase = await startCloudbase({
    port: 0,
    data,
    clock: () => Date.now() + passed,
    timersFire: false,
    functions: join(root, builds.functions.output),
    config: join(root, 'cloudbaserc.json'),
    indexes,
  });
  // Read by platform/cloudbase when it loads, so it is loaded after.
  process.env.CLOUDBASE_SERVICE_URL = cloudbase.serviceUrl;
  const records: Records = await import('../../../cloudfunctions/records/bulk');
  const { collection } = await import('../../../cloudfunctions/records/collection');
  const { database } = await import('../../../cloudfunctions/platform/cloudbase');
  await records.createCollections();

  const send = async (openid: string | null, name: string, event: unknown): Promise<string> => {
    const response = await fetch(`${cloudbase.url}/client/functions/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(openid === null ? {} : { 'x-openid': openid }),
      },
      body: typeof event === 'string' ? event : JSON.stringify(event),
    });
    return response.text();
  };

  return {
    serviceUrl: cloudbase.serviceUrl,
    send,
    async call(openid, name, input) {
      const [fn = '', action = ''] = name.split('.');
      const reply = JSON.parse(await send(openid, fn, { action, input }));
      if (!reply.result) throw new Error(JSON.stringify(reply));
      return reply.result;
    },
    async upload(path, bytes) {
      const address = `${cloudbase.url}/client/files?path=${encodeURIComponent(path)}`;
      const response = await fetch(address, { method: 'POST', body: Buffer.from(bytes) });
      const { fileID } = (await response.json()) as { fileID: string };
      return fileID;
    },
    async grant(openid, role, scope) {
      await records.grantMembership(openid, { role, scope, label: '测试' });
    },
    recordHistory: records.recordSubmissions,
    addAccounts: (accounts) => records.importAccounts(accounts),
    documents: (name, filter) => collection<Stored>(name).list(filter, { limit: 1000 }),
    change: (name, filter, changes) => collection<Stored>(name).change(filter, changes),
    async remove(name, filter) {
      await database.collection(name).where(filter).remove();
    },
    add: (name, document) => collection(name).add([document]),
    async passHours(hours) {
      passed += hours * 3_600_000;
      await cloudbase.fireDueTimers();
    },
    async close() {
      await cloudbase.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
