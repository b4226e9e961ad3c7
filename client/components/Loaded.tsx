import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { ApiError } from '../../typings/answer';
import { Card } from './Card';
import { Empty } from './Empty';
import { Notice } from './Notice';
import { isShut, Shut } from './Shut';
import { Skeleton } from './Skeleton';

interface Props<T> {
  value: T | null;
  error: ApiError | null;
  onRetry: () => void;
  children: (value: T) => ReactNode;
}

/**
 * What was asked for, or its shape while it comes, or why it did not. It observes, since what its
 * children read of other stores is read here, not where the children are written.
 */
export const Loaded = observer(function Loaded<T>({ value, error, onRetry, children }: Props<T>) {
  if (value !== null) {
    return (
      <>
        {error && <Notice tone="bad" title={error.message} action="重试" onAction={onRetry} />}
        {children(value)}
      </>
    );
  }
  if (error && isShut(error)) return <Shut error={error} />;
  if (error) {
    return <Empty title="暂时无法显示" text={error.message} action="重试" onAction={onRetry} />;
  }
  return (
    <Card>
      <Skeleton lines={6} />
    </Card>
  );
});
