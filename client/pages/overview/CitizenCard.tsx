import Taro from '@tarojs/taro';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';

/** One of the sample accounts, for the preview: a browser scans nothing. */
const sampleAccount = 'sample-jiazaigulou';

/** 评价公众号: what a citizen without an account of theirs comes for. */
export function CitizenCard() {
  return (
    <Card title="评价公众号" note="办完事、看完文章，用十秒钟说说这个号值不值得关注">
      <Action text="扫一扫评价码" kind="secondary" onPress={() => void scan()} />
      {GATEWAY !== null && (
        <Row
          label="看一个例子：家在鼓楼"
          note="只在本机预览中出现"
          onOpen={() => open(`/feedback/index?accountId=${sampleAccount}`)}
        />
      )}
    </Card>
  );
}

/** A mini program code names the page that it opens. */
async function scan(): Promise<void> {
  try {
    const { path } = await Taro.scanCode({ onlyFromCamera: false });
    if (path?.startsWith('feedback/index')) {
      open(`/${path}`);
      return;
    }
    await Taro.showToast({ title: '这不是公众号的评价码', icon: 'none' });
  } catch {
    // Left without scanning, or nothing to scan with: the page stands as it was.
  }
}

function open(url: string): void {
  void Taro.navigateTo({ url });
}
