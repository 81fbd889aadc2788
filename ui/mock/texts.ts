import type { CodeTable, Seat } from '../base/api_types';

const table = (name: string, rows: [string, string, string][]): CodeTable => ({ table: name, items: rows.map(([code, zh, en]) => ({ code, zh, en })) });

export const CODE_TABLES: CodeTable[] = [
    table('education_levels', [['primary', '小学', 'Primary school'], ['junior', '初中', 'Junior middle school'], ['senior', '高中', 'Senior middle school'], ['vocational', '中专/中技', 'Secondary vocational'], ['college', '大专', 'Junior college'], ['bachelor', '本科', 'Bachelor'], ['master', '硕士', 'Master'], ['doctor', '博士', 'Doctor']]),
    table('seeker_kinds', [['graduate', '应届高校毕业生', 'Graduate of this year'], ['new_youth', '其他新成长失业青年', 'Other young person new to work'], ['lost_job', '就业转失业人员', 'Lost a job'], ['rural_local', '本市农村人员', "From the city's countryside"]]),
    table('certificate_kinds', [['welder', '焊接与热切割作业证', 'Welder'], ['electrician', '低压电工作业证', 'Electrician'], ['height', '高处作业证', 'Work at height'], ['forklift', '叉车司机证', 'Forklift driver'], ['health', '健康证', 'Health certificate'], ['skill_4', '职业技能等级证书（四级/中级工）', 'Skill level 4']]),
    table('order_kinds', [['recruit', '招聘', 'Recruitment'], ['dispatch', '劳务派遣', 'Dispatch'], ['outsource', '业务外包', 'Outsourcing'], ['flex', '灵活用工', 'Flexible work'], ['lend', '共享用工', 'Shared staff'], ['train', '培训', 'Training'], ['assess', '测评', 'Assessment'], ['search', '人才寻访', 'Search'], ['procure', '政府购买服务', 'Procurement']]),
    table('grant_ways', [['general', '一般程序', 'General'], ['promise', '告知承诺制', 'By written promise']]),
    table('shifts', [['day', '白班', 'Day shift'], ['night', '夜班', 'Night shift'], ['morning', '早班', 'Morning shift'], ['afternoon', '中班', 'Afternoon shift'], ['rotating', '倒班', 'Rotating shifts']]),
];

/** The text that a worker agrees to; the server makes its own. */
export function CONTRACT(seat: Seat): string {
    return `用工合同（样稿）

甲方（用人单位）：${seat.employer.name}
乙方（劳动者）：${seat.person.name}
经办机构：${seat.agency.name}

一、工作内容：${seat.order.title}
二、工作地点：${seat.order.address}
三、合同期限：${seat.starts_on} 至 ${seat.ends_on}
四、工作时间：每日不超过 8 小时，每周至少休息一日；加班须经乙方同意并依法支付加班工资。
五、劳动报酬：由甲方按月以货币形式足额支付到乙方本人银行卡，平台不代收、不归集工资。
六、保险：乙方到岗前，由经办机构办妥工伤或意外保险并提供保单号。
七、解除与争议：任何一方可依法解除。发生争议可向用工所在地劳动人事争议仲裁委员会申请仲裁，服务热线 12333。
`;
}
