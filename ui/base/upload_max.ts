const MEGABYTE = 1024 * 1024;

/** What the routes take of a file at most, in bytes; a test compares it with what they say themselves. */
export const UPLOAD_MAX = {
    /** Lists of people and posts: features/imports. */
    people: 64 * MEGABYTE,
    /** Files of a case and proofs: the parameter case_file_bytes_max. */
    exhibit: 10 * MEGABYTE,
    /** Frames, answers and duties as a table: features/pay_surveys, surveys, duties. */
    sheet: 5 * MEGABYTE,
    /** Rows of a register: features/entries. */
    register: 4 * MEGABYTE,
} as const;
