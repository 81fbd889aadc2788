// What both anchors check of a request, and how they answer: as Jianghui does, so that one client fits all.

export const order_of = (request) => Number(request.params.order);
/** The agency is its own token here: no anchor pays for looking a session up. */
export const agency_of = (request) => Number(request.headers.authorization?.slice("Bearer ".length));

export const schema = {
    body: { type: "object", required: ["seats"], properties: { seats: { type: "integer", minimum: 1 } } },
};

export const granted = (reply, id) => reply.code(201).send({ id: String(id) });
export const refused = (reply, code) => reply.code(409).send({ code });
