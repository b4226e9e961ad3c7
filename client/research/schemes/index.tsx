import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { Loaded } from '../../components/Loaded';
import { SchemeCards } from '../../components/SchemeCards';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';

const { details, display } = stores;

/** 方案说明: every index scheme that a published figure may come from. */
export default observer(function SchemesPage() {
  const load = () => void details.loadSchemes();
  useLoad(load);
  const [chosen, choose] = useState('zhengwei-1');
  const { value, error } = details.schemes;

  return (
    <Screen scale={display.scale}>
      <Loaded value={value} error={error} onRetry={load}>
        {({ schemes }) => (
          <>
            <Card>
              <ChoiceRow
                label="方案"
                labels={Object.fromEntries(schemes.map(({ id, name }) => [id, name]))}
                chosen={chosen}
                onChoose={choose}
              />
            </Card>
            {schemes
              .filter(({ id }) => id === chosen)
              .map((scheme) => (
                <SchemeCards key={scheme.id} scheme={scheme} />
              ))}
          </>
        )}
      </Loaded>
    </Screen>
  );
});
