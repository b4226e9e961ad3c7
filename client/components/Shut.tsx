import type { ApiError } from '../../typings/answer';
import { goBack } from '../device/go-back';
import { Empty } from './Empty';

/** What asking again would not change. */
export const shut = new Set<ApiError['code']>(['forbidden', 'not-found']);

/** Not for this person: why, and the way back. */
export function Shut({ error }: { error: ApiError }) {
  return (
    <Empty title="无法查看" text={error.message} action="返回" onAction={() => void goBack()} />
  );
}
