import type { NewPerson, PayUnit } from '@ui/base/api_types';
import { isIdNumber, isMobile } from '@ui/base/identifiers';
import type { FormLimits } from '@ui/base/forms';
import { parseYuan } from '@ui/base/money';

export type PersonValues = {
    name: string; id_number: string; phone: string; place: string; occupation: string; occupation_name: string; experience_years: string; skills: string;
    education: string; seeker_kind: string; pay: string; pay_unit: string; reach_km: string; available_from_on: string; agreed: boolean;
};

export function emptyPerson(): PersonValues {
    return {
        name: '', id_number: '', phone: '', place: '', occupation: '', occupation_name: '', experience_years: '', skills: '',
        education: '', seeker_kind: '', pay: '', pay_unit: 'month', reach_km: '60', available_from_on: '', agreed: false,
    };
}

/** "氩弧焊、叉车 识图" → three names, each once, at most 30. */
export function skillNames(text: string): string[] {
    return [...new Set(text.split(/[\s,，、;；]+/).map((each) => each.trim()).filter(Boolean))].slice(0, 30);
}

/** What is sent: what was left empty is not stated. */
export function bodyOf(values: PersonValues): NewPerson {
    const pay = values.pay ? parseYuan(values.pay) : null;
    return {
        name: values.name.trim(), id_number: values.id_number.trim(), place: values.place,
        occupations: values.occupation ? [values.occupation] : [], skills: skillNames(values.skills).map((name) => ({ name })),
        ...(values.phone ? { phone: values.phone.replace(/[\s-]/g, '') } : {}), ...(values.experience_years ? { experience_years: Number(values.experience_years) } : {}),
        ...(values.education ? { education: values.education } : {}), ...(values.seeker_kind ? { seeker_kind: values.seeker_kind } : {}),
        ...(pay === null ? {} : { pay_asked_fen: pay, pay_unit: values.pay_unit as PayUnit }),
        ...(values.reach_km ? { reach_km: Number(values.reach_km) } : {}), ...(values.available_from_on ? { available_from_on: values.available_from_on } : {}),
    };
}

type Say = (key: string, values?: Record<string, unknown>) => string;
const within = (t: Say, most: number) => (value: unknown): string | null => (/^\d+$/.test(String(value)) && Number(value) <= most ? null : t('wrong_whole', { most }));

/** The limits of each field (features/people/model.hpp); identity and phone are checked as the server checks them. */
export function personLimits(t: Say): FormLimits<PersonValues> {
    return {
        name: { required: true, minLength: 2, maxLength: 50 }, id_number: { required: true, check: (value) => (isIdNumber(String(value)) ? null : t('wrong_id')) },
        phone: { check: (value) => (isMobile(String(value)) ? null : t('wrong_phone')) }, place: { required: true }, occupation: { required: true, pointer: '/occupations' },
        experience_years: { check: within(t, 60) }, skills: {}, education: {}, seeker_kind: {}, pay: { pointer: '/pay_asked_fen', check: (value) => (parseYuan(String(value)) === null ? t('pay_wrong') : null) },
        reach_km: { check: within(t, 3000) }, available_from_on: {}, agreed: { required: true },
    };
}
