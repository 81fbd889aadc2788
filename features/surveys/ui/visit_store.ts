/** What a collector's device keeps: her lists and her answers, until they have arrived. Names of people are not among them. */
import type { Id, SurveyAnswerFault, SurveyOutcome, SurveyVisits } from '@ui/base/api_types';
import type { Values } from './rules';

export interface KeptAnswer {
    /** Whose it is: another account on this device neither sees nor sends it. */
    account: Id;
    household: Id;
    /** Its number and village: also shown when it is no longer on the list. */
    label: string;
    /** This device's own id of the answer; with the version it makes sending it twice harmless. */
    client: string;
    version: number;
    /** `sent` keeps no content: only what a correction needs to be its next version. */
    state: 'editing' | 'unsent' | 'sent';
    outcome: SurveyOutcome;
    consented: boolean;
    members: number;
    values: Values;
    made_at: string;
    faults: SurveyAnswerFault[];
}

/** Where answers are kept: IndexedDB on a device, a Map in a test. */
export interface AnswerStore {
    all: (account: Id) => Promise<KeptAnswer[]>;
    put: (answer: KeptAnswer) => Promise<void>;
    visits: (account: Id) => Promise<SurveyVisits[] | null>;
    putVisits: (account: Id, visits: SurveyVisits[]) => Promise<void>;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
}

/** Resolves when the change is on the disk, not before. */
function committed(transaction: IDBTransaction): Promise<void> {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
        transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
}

/** The store of this device. Fails where the browser keeps nothing (a private window). */
export async function openStore(): Promise<AnswerStore> {
    const opening = indexedDB.open('jianghui-surveys', 1);
    opening.onupgradeneeded = () => {
        opening.result.createObjectStore('answers', { keyPath: ['account', 'household'] });
        opening.result.createObjectStore('visits');
    };
    const database = await done(opening);
    return {
        async all(account) {
            const found = await done(database.transaction('answers').objectStore('answers').getAll()) as KeptAnswer[];
            return found.filter((each) => each.account === account);
        },
        async put(answer) {
            const transaction = database.transaction('answers', 'readwrite');
            // A plain copy: what Vue watches cannot be cloned.
            transaction.objectStore('answers').put(JSON.parse(JSON.stringify(answer)));
            await committed(transaction);
        },
        async visits(account) {
            return (await done(database.transaction('visits').objectStore('visits').get(account)) as SurveyVisits[] | undefined) ?? null;
        },
        async putVisits(account, visits) {
            const transaction = database.transaction('visits', 'readwrite');
            transaction.objectStore('visits').put(JSON.parse(JSON.stringify(visits)), account);
            await committed(transaction);
        },
    };
}
