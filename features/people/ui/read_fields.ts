/**
 * The name of what was read, as `say` gives it for a known field ("phone"). Values of registers and cases are named by their whole
 * path ("branch_report.report.phone"): the last part is the field; what has no name stands as it is.
 */
export function fieldName(field: string, say: (key: string) => string): string {
    const last = field.split('.').at(-1) ?? field;
    const key = `field_${last}`;
    const name = say(key);
    return name.endsWith(key) ? last : name;
}
