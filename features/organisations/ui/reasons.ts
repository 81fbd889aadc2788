import type { Organisation, OrganisationStatus, ReasonCode, Role } from '@ui/base/api_types';

export type OrganisationStep = 'verify' | 'refuse' | 'suspend' | 'restore' | 'exclude' | 'include';
export type CredentialStep = 'suspend' | 'restore' | 'revoke';

/** The reasons that fit a step, the usual one first; `other` is always among them and needs a sentence. */
export const REASONS: Record<'refuse' | 'suspend' | 'restore' | 'exclude' | 'revoke', ReasonCode[]> = {
    refuse: ['incomplete_documents', 'wrong_credit_code', 'false_information', 'not_operating', 'other'],
    suspend: ['unlicensed_activity', 'false_posts', 'unpaid_wages', 'child_labour', 'credential_lapsed', 'false_information', 'not_operating', 'at_own_request', 'other'],
    restore: ['remedied', 'at_own_request', 'other'],
    exclude: ['serious_breach', 'unpaid_wages', 'child_labour', 'false_posts', 'unlicensed_activity', 'other'],
    revoke: ['credential_lapsed', 'false_information', 'unlicensed_activity', 'at_own_request', 'other'],
};

const BY_STATUS: Record<OrganisationStatus, OrganisationStep[]> = {
    registered: ['verify', 'refuse'], verified: ['verify', 'suspend'], refused: [], suspended: ['restore'],
};

/** What this role may do with an organisation now. Officials decide; inspectors may exclude and lift; both only propose. The server has the last word. */
export function stepsOf(organisation: Organisation, role: Role | null): OrganisationStep[] {
    const exclusion: OrganisationStep[] = organisation.exclusion_proposed ? [] : organisation.excluded ? ['include'] : ['exclude'];
    if (role === 'inspector') return exclusion;
    return role === 'official' ? [...BY_STATUS[organisation.status], ...exclusion] : [];
}
