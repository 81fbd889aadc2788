/** Puts the keyboard at the start of the page's own part, without moving what is seen. */
export function focusMain(): void {
    document.getElementById('main')?.focus({ preventScroll: true });
}

/** The same for a part of it, where what had the keyboard is gone; who went elsewhere meanwhile stays there. */
export function focusIfLost(id: string): void {
    const at = document.activeElement;
    if (at === null || at === document.body) document.getElementById(id)?.focus({ preventScroll: true });
}
