// Numbers of nobody living and of no company, with right check digits (GB 11643, GB 32100).

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The identity number of somebody registered in `county`, born 1990-01-01, with that sequence number (001–999). */
export function idNumber(county, sequence) {
    const body = `${county}19900101${String(sequence).padStart(3, '0')}`;
    const sum = [...body].reduce((total, digit, index) => total + Number(digit) * ID_WEIGHTS[index], 0);
    return body + '10X98765432'[sum % 11];
}

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The unified social credit code of a company of `county` with that sequence number. */
export function creditCode(county, sequence) {
    const body = `91${county}MA6${String(sequence).padStart(6, '0')}`;
    let weight = 1;
    let sum = 0;
    for (const letter of body) {
        sum += LETTERS.indexOf(letter) * weight;
        weight = (weight * 3) % 31;
    }
    return body + LETTERS[(31 - (sum % 31)) % 31];
}
