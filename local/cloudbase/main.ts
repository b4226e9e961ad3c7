import { startCloudbase } from './index';
import { readOptions, usage } from './options';
import { StartError } from './start-error';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(usage);
    return;
  }
  const cloudbase = await startCloudbase(options);
  console.log(cloudbase.serviceUrl);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloudbase.close().then(() => process.exit(0)));
  }
}

main().catch((error) => {
  console.error(error instanceof StartError ? error.message : `启动失败：${error}`);
  process.exit(1);
});
