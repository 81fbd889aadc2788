// The desk's pages about news, settlement, figures, imports, accounts and organisations: name, path, account.
export async function deskPages(json) {
    const as = (account) => `jianghui_session=${account}`;
    const employers = (await json('statements', as('employer'))).items;
    const drafts = employers.find((each) => each.status === 'draft' && each.lines.length > 3)?.id;
    const late = employers.find((each) => each.overdue_level === 'red')?.id;
    const paid = employers.find((each) => each.status === 'paid' && each.lines.length > 3)?.id;
    const list = (await json('imports', as('employer'))).items.find((each) => each.status === 'ready')?.id;
    const waiting = (await json('organisations?status=registered&kind=agency', as('official'))).items[0]?.id;
    const verified = (await json('organisations?status=verified&kind=agency', as('official'))).items[0]?.id;
    return [
        ['desk-home-agency', '/desk/', 'agency'], ['desk-home-official', '/desk/', 'official'], ['desk-journal', '/desk/journal', 'inspector'], ['pocket-notices', '/pocket/notices', 'worker'],
        ['desk-timesheets', '/desk/timesheets', 'employer'], ['desk-timesheets-agency', '/desk/timesheets', 'agency'], ['desk-timesheets-inspector', '/desk/timesheets', 'inspector'], ['desk-statements', '/desk/statements', 'employer'],
        ['desk-statement-draft', `/desk/statements/${drafts}`, 'employer'], ['desk-statement-late', `/desk/statements/${late}`, 'inspector'], ['desk-statement-paid', `/desk/statements/${paid}`, 'employer'],
        ['desk-figures', '/desk/figures', 'official'], ['desk-figures-2025', '/desk/figures?year=2025&place=510500&measure=talent', 'official'], ['desk-figure-records', '/desk/figures/revenue.511500.2026/records', 'official'], ['hall-figures', '/figures', null], ['hall-figure-records', '/figures/employment.511500.2026/records', null],
        ['desk-imports', '/desk/imports', 'employer'], ['desk-import-all', `/desk/imports/${list}`, 'employer'], ['desk-import-review', `/desk/imports/${list}?outcome=review`, 'employer'], ['desk-import-refused', `/desk/imports/${list}?outcome=refused`, 'employer'],
        ['desk-accounts', '/desk/accounts', 'security'], ['desk-second-factor', '/desk/second-factor', 'official'], ['desk-reads', '/desk/personal-data-reads', 'audit'], ['desk-password', '/desk/password', 'employer'], ['desk-invitations', '/desk/invitations', 'agency'],
        ['desk-organisations', '/desk/organisations', 'official'], ['desk-organisation-waiting', `/desk/organisations/${waiting}`, 'official'], ['desk-organisation-verified', `/desk/organisations/${verified}`, 'official'], ['desk-organisation-own', '/desk/organisation', 'agency'],
        ['hall-services', '/services', null], ['hall-service', '/services/hr_service_licence_grant', null], ['hall-case-document', '/documents/doc-1?digest=66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0', null], ['hall-case-document-false', '/documents/doc-1?digest=00', null],
        ['desk-procedures', '/desk/procedures', 'agency'], ['desk-procedure', '/desk/procedures/hr_service_licence_grant', 'agency'], ['desk-procedure-complaint', '/desk/procedures/complaint', 'official'], ['desk-cases-agency', '/desk/cases', 'agency'], ['desk-cases-official', '/desk/cases', 'official'], ['desk-cases-none', '/desk/cases', 'employer'], ['desk-case-new', '/desk/cases/new/hr_service_licence_grant', 'agency'],
        ['desk-case-supplement', '/desk/cases/case-1', 'agency'], ['desk-case-decide-soon', '/desk/cases/case-2', 'official'], ['desk-case-four-eyes', '/desk/cases/case-3', 'official'], ['desk-case-paused', '/desk/cases/case-4', 'official'], ['desk-case-granted', '/desk/cases/case-5', 'agency'], ['desk-case-overdue', '/desk/cases/case-6', 'official'], ['desk-case-complaint', '/desk/cases/case-7', 'inspector'], ['desk-case-missing', '/desk/cases/nothing', 'official'], ['desk-timeliness', '/desk/timeliness', 'official'],
        ['pocket-procedures', '/pocket/procedures', 'worker'], ['pocket-procedure', '/pocket/procedures/complaint', 'worker'], ['pocket-cases', '/pocket/cases', 'worker'], ['pocket-case', '/pocket/cases/case-7', 'worker'], ['pocket-case-new', '/pocket/cases/new/complaint', 'worker'],
    ];
}
