import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { DatasetRelease } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Columns } from '../../components/Columns';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { formatNumber } from '../../figures';
import { stores } from '../../stores';
import { releases } from '../../stores/made/datasets';
import { applicationStates, releaseStates } from '../labels.data';

/** 研究数据发布: applications that wait, and every release of one's scope. */
export default observer(function ReleasesPage() {
  const load = () => void releases.load();
  useDidShow(load);
  useReachBottom(() => void releases.list.more());
  const { list, waiting } = releases;
  const asked = waiting.value?.items ?? [];

  return (
    <Screen scale={stores.display.scale}>
      <Columns
        aside={
          <>
            {list.page.error?.code !== 'forbidden' && (
              <Card
                title="匿名发布"
                note="选已结束的周期和范围，系统匿名、核对并生成数据字典；申请获批后才能下载"
              >
                <Action
                  text="发布研究数据"
                  onPress={() => void Taro.navigateTo({ url: '/research/new/index' })}
                />
              </Card>
            )}
            {asked.length > 0 && (
              <Card title="待审批的申请">
                {asked.map(({ id, releaseId, institution, releaseTitle, status }) => (
                  <Row
                    key={id}
                    label={institution}
                    note={releaseTitle}
                    value={<Tag {...applicationStates[status]} />}
                    onOpen={() => open(releaseId)}
                  />
                ))}
              </Card>
            )}
          </>
        }
      >
        <PagedList
          list={list}
          title="历次发布"
          none="还没有发布过研究数据。"
          row={(release) => (
            <Row
              key={release.id}
              label={release.title}
              note={noteOf(release)}
              value={<Tag {...releaseStates[release.status]} />}
              onOpen={() => open(release.id)}
            />
          )}
          onRetry={load}
        />
      </Columns>
    </Screen>
  );
});

function noteOf({ status, reason, version, disclosure, sample }: DatasetRelease): string {
  if (status === 'refused' || status === 'withdrawn') return reason ?? '';
  return [
    ...(disclosure ? [`${formatNumber(disclosure.released)} 个账号`] : []),
    `第 ${version} 版`,
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}

function open(id: string): void {
  void Taro.navigateTo({ url: `/research/release/index?id=${id}` });
}
