// Steps of the market taken through the API, for stories that begin in its middle.

/** An order that passes the post check; `changes` replace its fields. */
export function orderDraft(today, lastDay, changes = {}) {
    return {
        kind: 'recruit', title: '包装工 8 人', occupation: '6-02-06-03', place: '511502', address: '临港大道 88 号',
        description: '白酒成品包装、贴标和码垛，包食宿，有班车。', shift: 'day', pay_unit: 'day', service_fee_fen: 20000, headcount: 8, education: '', skills: [],
        certificates: [], lot_min: 1, lot_max: 8, cap_per_agency: 8, hold_hours: 48, source: '', hours_per_day_tenths: 80,
        starts_on: today, ends_on: lastDay, pay_min_fen: 20000, pay_max_fen: 20000, ...changes,
    };
}

/** Published and, where the post check asks for an official, approved. */
export async function openOrder(employer, official, draft) {
    const { id } = await employer.post('orders', draft);
    const published = await employer.post(`orders/${id}/publish`);
    return published.status === 'review' ? official.post(`orders/${id}/approve`) : published;
}

/** From the agency's grab to the worker at work, both sides having confirmed the start. Answers the seat. */
export async function atWork({ employer, agency, worker, order, person }) {
    const share = await agency.post(`orders/${order.id}/shares`, { seats: 1 });
    const seat = await agency.post(`shares/${share.id}/seats`, { person: person.id });
    await worker.post(`seats/${seat.id}/accept`);
    await agency.post(`seats/${seat.id}/insurance`, { policy_number: 'PICC-1', valid_from_on: order.starts_on, valid_to_on: order.ends_on });
    const { code } = await employer.get(`orders/${order.id}/site-code`);
    await worker.post(`seats/${seat.id}/start`, { code });
    return employer.post(`seats/${seat.id}/start`);
}
