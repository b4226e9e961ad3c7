import Taro from '@tarojs/taro';
import { deviceStorage } from '../device/storage';

/** A sample person whom the preview can be looked at as. */
export interface Person {
  openid: string;
  label: string;
}

const key = 'preview.openid';

/** Resolves to the sample persons of the local gateway; empty when it cannot be reached. */
export async function listPersons(base: string): Promise<Person[]> {
  try {
    const { data } = await Taro.request<Person[]>({ url: `${base}/preview/persons` });
    return Array.isArray(data) ? data : [];
  } catch {
    return [];
  }
}

/** The person chosen last, else the first one. */
export async function currentPerson(base: string): Promise<string> {
  const kept = await deviceStorage.get<string>(key);
  if (kept) return kept;
  const [first] = await listPersons(base);
  return first?.openid ?? '';
}

export async function becomePerson(openid: string): Promise<void> {
  await deviceStorage.set(key, openid);
}
