import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { CommentOutcome } from '../../typings/feedback';
import { Action } from '../components/Action';
import { Empty } from '../components/Empty';
import { Footer } from '../components/Footer';
import { Loaded } from '../components/Loaded';
import { Notice } from '../components/Notice';
import { Screen } from '../components/Screen';
import { longDayLabel } from '../periods';
import { stores } from '../stores';
import { feedback } from '../stores/made/feedback';
import { Questions } from './Questions';
import { Worth } from './Worth';

const { display } = stores;

/** 评价公众号: opened by a code at a counter or under an article (its scene is the account). */
export default observer(function FeedbackPage() {
  const { params } = useRouter();
  const accountId = params.accountId ?? decodeURIComponent(params.scene ?? '');
  const open = () => {
    if (accountId) void feedback.open(accountId);
  };
  useLoad(open);
  const { card, sent, isDone } = feedback;
  const asks = card.value !== null && card.value.closedOn === null && !isDone;

  if (!accountId) {
    return (
      <Screen scale={display.scale}>
        <Empty
          title="请扫公众号的评价码"
          text="评价码在办事窗口或文章末尾，扫一扫就能打开。"
          action="回首页"
          onAction={() => void Taro.switchTab({ url: '/pages/overview/index' })}
        />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale} footed={asks}>
      <Loaded value={card.value} error={card.error} onRetry={open}>
        {(value) => (
          <>
            <Worth card={value} />
            {sent.error && <Notice tone="bad" title={sent.error.message} />}
            {value.closedOn !== null && (
              <Notice title={`这个公众号已于${longDayLabel(value.closedOn)}关停，不再接受评价`} />
            )}
            {isDone && <Thanks />}
            {asks && <Questions />}
          </>
        )}
      </Loaded>
      {asks && (
        <Footer>
          <Action
            text={sent.loading ? '正在提交…' : '提交'}
            waiting={sent.loading || feedback.isEmpty}
            onPress={() => void feedback.send()}
          />
        </Footer>
      )}
    </Screen>
  );
});

const outcomes: Record<CommentOutcome, string> = {
  none: '',
  kept: '',
  pending: '您写的话正在等待内容检查，通过后才会显示。',
  refused: '您写的话没有通过微信的内容检查，没有保存；其他评价已收到。',
};

const Thanks = observer(function Thanks() {
  const { value } = feedback.sent;
  return (
    <Notice tone="good" title={value ? '谢谢，已收到您的评价' : '您本周已经评价过，谢谢'}>
      {value && outcomes[value.comment]}每人每周可以评价一次，下周欢迎再来。
    </Notice>
  );
});
