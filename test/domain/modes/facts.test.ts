import { parseFacts } from '../../../cloudfunctions/domain/modes';

const fieldsOf = (input: unknown) => {
  const parsed = parseFacts(input);
  return parsed.ok ? {} : (parsed.error.fields ?? {});
};

describe('parseFacts', () => {
  it('takes nothing at all, since anything may be unknown', () => {
    expect(parseFacts({})).toEqual({ ok: true, value: {} });
  });

  it('takes null for unknown, on both floors', () => {
    expect(parseFacts({ level: null, staff: { fullTime: null, partTime: 2 } })).toEqual({
      ok: true,
      value: { staff: { partTime: 2 } },
    });
  });

  it('keeps no purchase apart from unknown purchases', () => {
    expect(parseFacts({ purchases: [] })).toEqual({ ok: true, value: { purchases: [] } });
  });

  it.each([
    [{ level: 'galaxy' }, 'level'],
    [{ department: 'space' }, 'department'],
    [{ procurement: 'auction' }, 'procurement'],
    [{ purchases: ['operation', 'printing'] }, 'purchases.1'],
    [{ finalReview: 'nobody' }, 'finalReview'],
    [{ leadership: 'huge' }, 'leadership'],
    [{ sensitivity: 'secret' }, 'sensitivity'],
    [{ currentMode: 'mixed' }, 'currentMode'],
    [{ staff: { fullTime: -1 } }, 'staff.fullTime'],
    [{ staff: { partTime: Number.NaN } }, 'staff.partTime'],
    [{ staff: [] }, 'staff'],
    [{ contentShare: { vendor: 1.2 } }, 'contentShare.vendor'],
    [{ contentShare: { government: 90 } }, 'contentShare.government'],
    [{ budgetYuan: -5 }, 'budgetYuan'],
    [{ budgetYuan: '34万' }, 'budgetYuan'],
    [{ foundedYear: 1999 }, 'foundedYear'],
    [{ vendors: { available: 1.5 } }, 'vendors.available'],
    [{ forces: { service: 101 } }, 'forces.service'],
    [{ accountsOnPlatform: 0 }, 'accountsOnPlatform'],
    [{ contract: 'yes' }, 'contract'],
  ])('names the bad field of %j', (input, field) => {
    expect(fieldsOf(input)).toHaveProperty([field]);
  });

  it('names every bad field at once', () => {
    const fields = fieldsOf({ level: 'x', budgetYuan: -1, staff: { fullTime: -1 } });
    expect(Object.keys(fields).sort()).toEqual(['budgetYuan', 'level', 'staff.fullTime']);
  });

  it.each([[null], [[1]], ['text'], [7]])('refuses %j, which is no object', (input) => {
    const parsed = parseFacts(input);
    expect(parsed.ok ? null : parsed.error.code).toBe('invalid');
  });
});
