import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DatasetApplication, DatasetRelease } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { copyText } from '../../device/copy';
import { formatNumber } from '../../figures';
import { datasets } from '../../stores/made/datasets';
import { applicationNote } from '../application-note';
import { applicationStates } from '../labels.data';
import { ApplyForm } from './ApplyForm';

interface Props {
  release: DatasetRelease;
  application: DatasetApplication | null;
}

/** 使用: apply, wait, accept the licence, download; each state says what comes next. */
export const UseCard = observer(function UseCard({ release, application }: Props) {
  const [applying, setApplying] = useState(false);
  if (release.status === 'withdrawn') {
    return (
      <Notice tone="warn" title="这份数据已撤回">
        {release.reason}。已下载的，请停止使用并删除。
      </Notice>
    );
  }
  if (applying) {
    return (
      <ApplyForm releaseId={release.id} before={application} onDone={() => setApplying(false)} />
    );
  }
  const ended = !application || ['refused', 'revoked', 'expired'].includes(application.status);
  return (
    <Card title="使用">
      {application && <Standing application={application} />}
      {ended && (
        <Action text={application ? '再次申请' : '申请使用'} onPress={() => setApplying(true)} />
      )}
      {application?.status === 'approved' && <Files application={application} />}
    </Card>
  );
});

function Standing({ application }: { application: DatasetApplication }) {
  const { status, institution } = application;
  return (
    <Row
      label={institution}
      note={applicationNote(application)}
      value={<Tag {...applicationStates[status]} />}
    />
  );
}

const Files = observer(function Files({ application }: { application: DatasetApplication }) {
  const { links, columns } = datasets;
  const licence = columns.value?.licence;
  if (application.licenceAcceptedAt === null) {
    return (
      <>
        <View className="release__text">{licence?.title}</View>
        {licence?.terms.map((term, index) => (
          <Row key={term} label={`${index + 1}. ${term}`} />
        ))}
        {datasets.application.error && (
          <Notice tone="bad" title={datasets.application.error.message} />
        )}
        <Action
          text="我已阅读并同意"
          waiting={!licence || datasets.application.loading}
          onPress={() => void datasets.accept(application)}
        />
      </>
    );
  }
  return (
    <>
      {links.error && <Notice tone="bad" title={links.error.message} />}
      {links.value?.files.map(({ name, bytes, url }) => (
        <Row
          key={name}
          label={name}
          note={`${formatNumber(Math.ceil(bytes / 1024))} KB`}
          value={
            <Action
              text="复制链接"
              kind="plain"
              onPress={() => void copyText(url, '链接已复制，请在浏览器中打开')}
            />
          }
        />
      ))}
      {links.value && (
        <View className="release__text">
          链接 {Math.round(links.value.validSeconds / 60)} 分钟内有效，下载已记录。
        </View>
      )}
      <Action
        text="取得 CSV 下载链接"
        waiting={links.loading}
        onPress={() => void datasets.download(application, 'csv')}
      />
      <Action
        text="取得 JSON Lines 下载链接"
        kind="secondary"
        waiting={links.loading}
        onPress={() => void datasets.download(application, 'jsonl')}
      />
    </>
  );
});
