import type { enPlaces } from './enPlaces.ts';

/** Words about positions, in Arabic. */
export const arPlaces: Readonly<Record<keyof typeof enPlaces, string>> = {
  'position.hint':
    'بالدرجات العشرية، أو بالدرجات والدقائق والثواني، أو بنظام MGRS:‏ \u206636.12345, 37.12345\u2069 أو \u206636°12′34.5″N 37°14′04.4″E\u2069 أو \u206637S BA 12345 67890\u2069',
  'position.read': 'قُرئ هكذا:',
  'position.rough': 'بهذه الكتابة لا يُحدد المكان إلا بدقة نحو {n} م.',
  'position.fault.unreadable': 'لا يدل هذا على موقع. يُذكر خط العرض وخط الطول، كلاهما بالطريقة نفسها، أو إحداثي MGRS.',
  'position.fault.range': 'يأتي خط العرض أولًا ولا يتجاوز 90 درجة، ولا يتجاوز خط الطول 180.',
  'position.fault.mgrs':
    'لا يوجد مربع MGRS كهذا. تُراجع الحروف، ويُذكر للشرق من الأرقام بقدر ما يُذكر للشمال، من رقمين إلى خمسة لكل منهما.',
  'position.fault.notLoaded': 'لم يصل عبر الشبكة ما يقرأ MGRS. يُذكر الموقع بالدرجات، أو يُكتب من جديد.',
};
