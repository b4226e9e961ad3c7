import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Loaded } from '../../../components/Loaded';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { stores } from '../../../stores';
import { inspecting } from '../../../stores/made/inspections';

const { display } = stores;

/** 我的检查任务: what is still to be judged, in an order of one's own. */
export default observer(function WorkPage() {
  useDidShow(() => void inspecting.load());
  const { work } = inspecting;
  return (
    <Screen scale={display.scale}>
      <Loaded value={work.value} error={work.error} onRetry={() => void inspecting.load()}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title="没有要检查的账号" text="分派给您的账号会出现在这里。" />
          ) : (
            <Card
              title={`待判定 ${items.length}${next ? '＋' : ''} 个`}
              note="独立判定，不与他人商量；每个账号另有一位检查员"
            >
              {items.map(({ id, account, automatic, recheck, inspectionTitle }) => (
                <Row
                  key={id}
                  label={account.name}
                  note={`${account.agency} · ${inspectionTitle}${recheck ? ' · 复查' : ''}`}
                  value={
                    automatic.length > 0 ? (
                      <Tag tone="warn" text={`数据提示 ${automatic.length} 项`} />
                    ) : undefined
                  }
                  onOpen={() =>
                    void Taro.navigateTo({ url: `/supervision/inspections/judge/index?id=${id}` })
                  }
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Screen>
  );
});
