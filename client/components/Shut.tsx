import type { ApiError } from '../../typings/answer';
import { goBack } from '../device/go-back';
import { Empty } from './Empty';

const shut = new Set<ApiError['code']>(['forbidden', 'not-found']);

/** Whether asking again would not change what was answered. */
export const isShut = (error: ApiError): boolean => shut.has(error.code) || namesNothing(error);

/** Not for this person, or nothing that could be asked for: why, and the way back. */
export function Shut({ error }: { error: ApiError }) {
  const text = namesNothing(error) ? '打开的链接不完整，请从列表进入。' : error.message;
  return <Empty title="无法查看" text={text} action="返回" onAction={() => void goBack()} />;
}

/** A page asks by the ids of its address, so that one of them that is refused was missing there. */
const namesNothing = ({ fields = {} }: ApiError): boolean =>
  Object.keys(fields).some((field) => field.endsWith('Id'));
