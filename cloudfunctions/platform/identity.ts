import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
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
export function keyedHash(
  purpose: 'member' | 'invitation' | 'code' | 'feedback',
  ...words: string[]
): string {
  if (key === null) throw new Error('IDENTITY_KEY is not set');
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...words]))
    .digest('hex')
    .slice(0, 48);
}

const cipher = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];

/** A word that only these functions can read again: for the short time that the platform asks for it. */
export function sealed(word: string): string {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, sealingKey(), iv);
  const body = Buffer.concat([sealing.update(word, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64');
}

/** The word that was sealed; throws when it was sealed with another key. */
export function unsealed(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const opening = createDecipheriv(cipher, sealingKey(), bytes.subarray(0, ivLength));
  opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  const body = opening.update(bytes.subarray(ivLength + tagLength));
  return Buffer.concat([body, opening.final()]).toString('utf8');
}

function sealingKey(): Buffer {
  if (key === null) throw new Error('IDENTITY_KEY is not set');
  return createHmac('sha256', key).update('sealing').digest();
}
