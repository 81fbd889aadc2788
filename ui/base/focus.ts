/** Puts the keyboard at the start of the page's own part, without moving what is seen. */
export function focusMain(): void {
    document.getElementById('main')?.focus({ preventScroll: true });
}
