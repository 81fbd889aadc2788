/** CSV that a spreadsheet program opens as it is meant: a byte-order mark, CRLF, and no cell taken for a formula. */

type Cell = string | number | null | undefined;

function cellText(cell: Cell): string {
    if (cell === null || cell === undefined) return '';
    const raw = String(cell);
    // OWASP: CSV injection. Numbers may begin with a minus.
    const text = typeof cell === 'string' && /^(\t|[\r\n]*[=+\-@＝＋－＠])/.test(raw) && !/^-?\d+(\.\d+)?$/.test(raw) ? `'${raw}` : raw;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The text of a CSV file with these rows, the header first. */
export function csvText(rows: Cell[][]): string {
    return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
    saveBlob(name, new Blob([text], { type }));
}

/** The same for what is no text. */
export function saveBlob(name: string, content: Blob): void {
    const url = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
