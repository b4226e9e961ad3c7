import { ServiceError } from '../service-error';

const longestPath = 850;
const bucket = 'local';

/**
 * A cloud path as the service takes it: relative, with `/` between parts, and no way out.
 *
 * @throws ServiceError STORAGE_REQUEST_FAIL for any other.
 */
export function checkedPath(path: unknown): string {
  const isGood =
    typeof path === 'string' &&
    Buffer.byteLength(path) <= longestPath &&
    !/[\p{Cc}\\]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isGood) throw new ServiceError('STORAGE_REQUEST_FAIL', 'the cloud path is not valid');
  return path;
}

/** The id of a file in an environment: `cloud://<env>.<bucket>/<path>`. */
export function fileIdOf(envName: string, path: string): string {
  return `cloud://${envName}.${bucket}/${path}`;
}

/** The path that an id names in an environment; nothing if it is no id, or another environment's. */
export function pathOf(envName: string, fileId: unknown): string | null {
  const start = fileIdOf(envName, '');
  if (typeof fileId !== 'string' || !fileId.startsWith(start)) return null;
  try {
    return checkedPath(fileId.slice(start.length));
  } catch {
    return null;
  }
}
