import { parseArgs } from 'node:util';
import { regionScopeLabel } from '../cloudfunctions/domain/access/label';
import { regionLookup } from '../cloudfunctions/domain/registry/region-lookup';
import { regions } from '../cloudfunctions/platform/regions';

const usage = `用法：npm run grant -- --openid 微信openid --region 行政区划前缀 [--env 环境ID | --local 服务地址]
为一个地区授予第一位主管，之后的成员由其在小程序里邀请。

  --openid   主管人员的 openid（在云开发控制台的用户列表里查看）
  --region   两位、四位或六位行政区划代码前缀，如 35（福建省）、3501（福州市）；全国写 all
  --env      云开发环境 ID；并设置环境变量 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、IDENTITY_KEY
             （IDENTITY_KEY 须与云函数的一致）
  --local    本地云开发打印的 serviceUrl`;

interface Asked {
  openid: string;
  regionPrefix: string;
}

/** What is asked for, or null when it is not clear. */
function asked(): Asked | null {
  const text = { type: 'string' } as const;
  const options = { openid: text, region: text, env: text, local: text };
  const { openid, region, env, local } = parseArgs({ options }).values;
  const isPlace = region === 'all' || /^(\d{2}){1,3}$/.test(region ?? '');
  if (!openid || !/^[\w-]{1,64}$/.test(openid) || !region || !isPlace) return null;
  if ((env === undefined) === (local === undefined)) return null;
  // Read by cloudfunctions/platform while it loads.
  if (env) process.env.TCB_ENV = env;
  if (local) process.env.CLOUDBASE_SERVICE_URL = local;
  return { openid, regionPrefix: region === 'all' ? '' : region };
}

async function grant({ openid, regionPrefix }: Asked): Promise<string> {
  const { createCollections, grantMembership } = await import('../cloudfunctions/records/bulk');
  const scope = { kind: 'region' as const, regionPrefix };
  const label = regionScopeLabel(scope, regionLookup(regions));
  await createCollections();
  await grantMembership(openid, { role: 'supervisor', scope, label });
  return label;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    return;
  }
  const input = asked();
  if (!input) {
    console.error(usage);
    process.exitCode = 1;
    return;
  }
  console.log(`已授予主管身份：${await grant(input)}`);
}

main().catch((error: Error) => {
  console.error(`没能授予：${error.message}`);
  process.exitCode = 1;
});
