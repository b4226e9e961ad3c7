import { app } from './cloudbase';
import { logFailure } from './log';

/** `pass` 通过; `refuse` 违规或需要人工复核; `unknown` the platform did not say. */
export type TextVerdict = 'pass' | 'refuse' | 'unknown';

const checkMilliseconds = 3000;
/** WeChat's word for a comment (scene of msgSecCheck: 1 资料, 2 评论, 3 论坛, 4 社交日志). */
const commentScene = 2;

/** What WeChat's content check says of a sentence that its author sent within two hours. */
export async function checkText(content: string, openid: string): Promise<TextVerdict> {
  try {
    const { result } = await app.callWxOpenApi(
      {
        apiName: 'security.msgSecCheck',
        requestData: { version: 2, scene: commentScene, openid, content },
      },
      { timeout: checkMilliseconds },
    );
    const suggest = result?.result?.suggest;
    if (suggest === 'pass') return 'pass';
    if (suggest === 'risky' || suggest === 'review') return 'refuse';
    logFailure('text-check', new Error(`errcode ${result?.errcode}`));
  } catch (failure) {
    logFailure('text-check', failure);
  }
  return 'unknown';
}

/** A mini program code that opens a page with a scene of at most 32 characters; null when refused. */
export async function miniProgramCode(page: string, scene: string): Promise<Uint8Array | null> {
  const answer: unknown = await app.callCompatibleWxOpenApi({
    apiName: 'wxacode.getUnlimited',
    requestData: Buffer.from(JSON.stringify({ page, scene, width: 600, check_path: false })),
  });
  if (Buffer.isBuffer(answer)) return answer;
  logFailure('mini-program-code', answer);
  return null;
}
