import { createHmac } from 'node:crypto';
import cloudbase from '@cloudbase/node-sdk';

/** What the platform hands to a function beside the event. */
export type PlatformContext = Parameters<typeof cloudbase.getCloudbaseContext>[0];

/** The caller's openid as the platform vouches for it; null when there is none. */
export function callerOf(context: PlatformContext): string | null {
  return toldBy(context).WX_OPENID || null;
}

/** Whether one of the function's own timers fired, by the platform's word: no person can claim it. */
export function isFiredByTimer(context: PlatformContext): boolean {
  const { TRIGGER_SRC, WX_OPENID } = toldBy(context);
  return TRIGGER_SRC === 'timer' && !WX_OPENID;
}

function toldBy(context: PlatformContext) {
  return cloudbase.getCloudbaseContext(
    context?.environment || context?.environ ? context : undefined,
  );
}

/** Outside the cloud there are no real openids to protect: a service of one's own needs no secret. */
const key = process.env.IDENTITY_KEY || (process.env.CLOUDBASE_SERVICE_URL ? 'local' : null);

/**
 * Keyed hash of a secret word (an openid, an invitation code): joins records without keeping the
 * word. The key is `IDENTITY_KEY` of the function's environment; throws when it is not set.
 */
export function keyedHash(purpose: 'member' | 'invitation' | 'code', ...words: string[]): string {
  if (key === null) throw new Error('IDENTITY_KEY is not set');
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...words]))
    .digest('hex')
    .slice(0, 48);
}
