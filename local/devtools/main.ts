import { parseArgs } from 'node:util';
import { cloudGateway, startDevtools } from './index';

const USAGE = `用法：devtools --project 目录 [--port 端口] [--cloud 网关地址 --openid 身份]
     devtools auto --project 目录 --auto-port 端口

在本机托管编译好的小程序，提供与微信开发者工具相同的自动化端口，供 miniprogram-automator 连接。

  --project    编译产物目录（含 app.json），或 project.config.json 所在目录
  --port       监听端口，默认任选一个空闲端口
  --cloud      wx.cloud 所连的本地云开发网关，如 http://127.0.0.1:7070
  --openid     以谁的身份调用云函数`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    // the official command line takes more options than are used here
    strict: false,
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      port: { type: 'string' },
      'auto-port': { type: 'string' },
      cloud: { type: 'string' },
      openid: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const project = text('project');
  if (values.help || !project) {
    console.log(USAGE);
    process.exitCode = project || values.help ? 0 : 2;
    return;
  }
  const cloud = text('cloud');
  const devtools = await startDevtools({
    project,
    port: Number(text('auto-port') ?? text('port') ?? 0),
    cloud: cloud ? cloudGateway(cloud, text('openid')) : undefined,
  });
  console.log(devtools.wsEndpoint);
  for (const line of devtools.defects()) console.error(line);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void devtools.close());
}

main().catch((reason: NodeJS.ErrnoException) => {
  const taken = reason.code === 'EADDRINUSE';
  console.error(taken ? '端口已被占用，请换一个 --port。' : `无法启动：${reason.message}`);
  process.exitCode = 1;
});
