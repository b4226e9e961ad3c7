import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RegionCoverage, RegionMap } from '../../../../typings/matrix';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Empty } from '../../../components/Empty';
import { ExportSheet } from '../../../components/ExportSheet';
import { Loaded } from '../../../components/Loaded';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { departmentLabels } from '../../../labels.data';
import { stores } from '../../../stores';
import { matrix } from '../../../stores/made/matrix';
import { country } from '../../../stores/matrix';
import { functionLabels } from '../labels.data';
import './index.scss';

const { session, display } = stores;

/** 地域覆盖: which departments of a region have an account in use, and which regions below lack them. */
export default observer(function CoveragePage() {
  const { params } = useRouter();
  const [region, setRegion] = useState<string | null>(params.region ?? null);
  const load = async () => {
    if (!session.memberships.value) await session.loadMemberships();
    const own = region ?? ownRegion();
    setRegion(own);
    if (own) await matrix.openRegion(own);
  };
  useDidShow(() => void load());
  const { map, coverage } = matrix;
  if (session.memberships.value && !region) {
    return (
      <Screen scale={display.scale}>
        <Empty title="没有可看的地域" text="您管辖的范围不是一个地域。" />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Loaded value={map.value} error={map.error} onRetry={() => void load()}>
        {(value) => (
          <Columns aside={value.children.length > 0 ? <Tiles map={value} /> : null}>
            {value.region !== country && (
              <Loaded value={coverage.value} error={coverage.error} onRetry={() => void load()}>
                {(covered) => <Functions coverage={covered} />}
              </Loaded>
            )}
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
});

function ownRegion(): string | null {
  const scopes = (session.memberships.value?.memberships ?? []).flatMap(({ role, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [scope.regionPrefix] : [],
  );
  return scopes[0]?.padEnd(6, '0') ?? null;
}

function Tiles({ map: { regionName, children } }: { map: RegionMap }) {
  const [first] = children;
  return (
    <Card
      title={`${regionName}下辖 ${children.length} 个地域`}
      note={`每格：有在用账号的系统数${first ? `，共 ${first.expected} 个系统` : ''}；色深者多，点开看缺哪些`}
    >
      <View className="tiles">
        {children.map(({ region, name, present, expected }) => (
          <View
            className={`tiles__one tiles__one--${shadeOf(present / expected)}`}
            key={region}
            hoverClass="pressed"
            ariaRole="button"
            onClick={() =>
              void Taro.navigateTo({ url: `/supervision/matrix/region/index?region=${region}` })
            }
          >
            <View className="tiles__name">{name}</View>
            <View className="tiles__count">
              {present === 0 ? '还没有' : `${present}/${expected}`}
            </View>
          </View>
        ))}
      </View>
      <ExportSheet sheet={matrix.sheet} onExport={() => void matrix.exportMap()} />
    </Card>
  );
}

function shadeOf(share: number): string {
  if (share === 0) return 'none';
  if (share < 0.25) return 'some';
  return share < 0.6 ? 'half' : 'most';
}

function Functions({ coverage: { regionName, functions } }: { coverage: RegionCoverage }) {
  return (
    <>
      {functions.map(({ function: kind, present, absent }) => (
        <Card
          key={kind}
          title={`${functionLabels[kind]} ${present.length}/${present.length + absent.length}`}
          note={`${regionName}本级各系统，按系统主要做什么分`}
        >
          {present.length > 0 && (
            <Row
              label="已有"
              note={present
                .map(({ department, accounts }) =>
                  accounts > 1
                    ? `${departmentLabels[department]}（${accounts} 个）`
                    : departmentLabels[department],
                )
                .join('、')}
            />
          )}
          {absent.length > 0 && (
            <Row
              label="没有在用的账号"
              note={absent.map((department) => departmentLabels[department]).join('、')}
            />
          )}
        </Card>
      ))}
    </>
  );
}
