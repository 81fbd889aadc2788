-- What labour cost a company in the year (人工成本) and what it is compared with. Amounts in fen. Walled off as the rows are.
CREATE TABLE pay_costs (
    city TEXT NOT NULL,
    answer BIGINT NOT NULL,
    staff BIGINT NOT NULL CHECK (staff > 0),
    wages BIGINT NOT NULL CHECK (wages > 0),
    welfare BIGINT NOT NULL CHECK (welfare >= 0),
    education BIGINT NOT NULL CHECK (education >= 0),
    insurance BIGINT NOT NULL CHECK (insurance >= 0),
    protection BIGINT NOT NULL CHECK (protection >= 0),
    housing BIGINT NOT NULL CHECK (housing >= 0),
    other BIGINT NOT NULL CHECK (other >= 0),
    costs BIGINT NOT NULL CHECK (costs >= 0),
    revenue BIGINT NOT NULL CHECK (revenue >= 0),
    profit BIGINT NOT NULL,
    value_added BIGINT,
    PRIMARY KEY (city, answer)
);

-- What may be published of it, by industry: averages and ratios alone. `parts` is JSON.
CREATE TABLE pay_cost_cells (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    line INTEGER NOT NULL,
    industry TEXT NOT NULL,
    companies BIGINT NOT NULL CHECK (companies > 0),
    per_person BIGINT NOT NULL,
    parts TEXT NOT NULL,
    of_revenue BIGINT,
    of_costs BIGINT,
    of_value_added BIGINT,
    profit BIGINT,
    formula INTEGER NOT NULL,
    PRIMARY KEY (city, survey, line)
);
