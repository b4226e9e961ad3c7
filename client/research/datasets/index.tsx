import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { DatasetApplication, DatasetRelease } from '../../../typings/datasets';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { formatNumber } from '../../figures';
import { stores } from '../../stores';
import { datasets } from '../../stores/made/datasets';
import { applicationNote } from '../application-note';
import { applicationStates } from '../labels.data';

/** 研究数据: what stands to be applied for, and one's own applications. */
export default observer(function DatasetsPage() {
  const load = () => void datasets.list();
  useDidShow(load);
  useReachBottom(() => void datasets.more());
  const { catalogue, applied, found } = datasets;
  const applications = applied.value?.applications ?? [];

  return (
    <Screen scale={stores.display.scale}>
      {applications.length > 0 && (
        <Card title="我的申请">
          {applications.map((application) => (
            <Row
              key={application.id}
              label={application.releaseTitle}
              note={noteOf(application)}
              value={<Tag {...applicationStates[application.status]} />}
              onOpen={() => open(application.releaseId)}
            />
          ))}
        </Card>
      )}
      <Loaded value={catalogue.value} error={catalogue.error} onRetry={load}>
        {() =>
          found.length > 0 ? (
            <Card title="已发布的数据集" note="仅供研究参考，不作考核依据">
              {found.map((release) => (
                <Row
                  key={release.id}
                  label={release.title}
                  note={summaryOf(release)}
                  onOpen={() => open(release.id)}
                />
              ))}
            </Card>
          ) : (
            <Empty
              title="还没有发布的数据集"
              text="主管部门发布后会列在这里，写明周期、范围、账号数与保护方式，可以申请使用。"
            />
          )
        }
      </Loaded>
    </Screen>
  );
});

const noteOf = (application: DatasetApplication): string =>
  `${application.institution} · ${applicationNote(application)}`;

function summaryOf({ disclosure, columns, version, sample }: DatasetRelease): string {
  return [
    `${formatNumber(disclosure?.released ?? null)} 个账号`,
    `${columns.length} 项指标`,
    `第 ${version} 版`,
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}

function open(id: string): void {
  void Taro.navigateTo({ url: `/research/dataset/index?id=${id}` });
}
