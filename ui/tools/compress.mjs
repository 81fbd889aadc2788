// Writes .gz and .br beside every text file of the build, so that the server never compresses.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [root = 'dist'] = process.argv.slice(2);
for (const name of readdirSync(root, { recursive: true })) {
    const path = join(root, name);
    if (!/\.(js|css|html|svg|json)$/.test(name) || statSync(path).size < 512) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
}
