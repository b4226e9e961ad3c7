import type { Parameters } from '../parameters';

const standIn = '13800138000';

/** `phonenumber.getPhoneNumber`: a code that is itself a mobile number gives that number. */
export function phoneNumberOf({ code }: Parameters, now: number): Parameters {
  if (typeof code !== 'string' || code === '') return { errcode: 40029, errmsg: 'invalid code' };
  const number = /^1\d{10}$/.test(code) ? code : standIn;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: number,
      purePhoneNumber: number,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: 'wx0000000000000000' },
    },
  };
}
