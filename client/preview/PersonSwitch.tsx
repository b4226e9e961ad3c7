import { useEffect, useState } from 'react';
import { Card } from '../components/Card';
import { Choices } from '../components/Choices';
import { becomePerson, currentPerson, listPersons, type Person } from './persons';

interface Props {
  gateway: string;
  onChange: () => void;
}

/** 预览身份: looks at the product as another sample person. No part of a build for WeChat's cloud. */
export function PersonSwitch({ gateway, onChange }: Props) {
  const [persons, setPersons] = useState<Person[]>([]);
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => {
    void listPersons(gateway).then(setPersons);
    void currentPerson(gateway).then(choose);
  }, [gateway]);

  return (
    <Card title="预览身份" note="只在本机预览中出现，用示例人员的身份查看">
      <Choices
        options={persons.map(({ openid, label }) => ({ id: openid, label }))}
        chosen={chosen}
        onChoose={(openid) => {
          choose(openid);
          void becomePerson(openid).then(onChange);
        }}
      />
    </Card>
  );
}
