const MEGABYTE = 1024 * 1024;

/** What the routes take of a file at most, in bytes; a test compares it with what they say themselves. */
export const UPLOAD_MAX = {
    /** Lists of people and posts: features/imports. */
    people: 64 * MEGABYTE,
    /** Files of a case, as its page says before one is chosen: the parameter case_file_bytes_max as it is delivered. */
    exhibit: 10 * MEGABYTE,
    /** Proofs: features/proofs. That parameter allows less, which the server says. */
    proof: 16 * MEGABYTE,
    /** Frames, answers and duties as a table: features/pay_surveys, surveys, duties. */
    sheet: 5 * MEGABYTE,
    /** Rows of a register: features/entries. */
    register: 4 * MEGABYTE,
} as const;
