const MEGABYTE = 1024 * 1024;

/** What the routes take of a file at most, in bytes; a test compares it with what they say themselves. */
export const UPLOAD_MAX = {
    /** Lists of people and posts: features/imports. */
    people: 64 * MEGABYTE,
    /** Files of a case: features/cases. The parameter case_file_bytes_max allows less, of a case and of proofs, which the server says. */
    exhibit: 24 * MEGABYTE,
    /** Proofs: features/proofs. */
    proof: 16 * MEGABYTE,
    /** Frames, answers and duties as a table: features/pay_surveys, surveys, duties. */
    sheet: 5 * MEGABYTE,
    /** Rows of a register: features/entries. */
    register: 4 * MEGABYTE,
} as const;
