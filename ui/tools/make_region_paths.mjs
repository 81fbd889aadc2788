// Turns a county GeoJSON (properties: adcode, name, city_code, city, seat_lon, seat_lat) into the small SVG paths of
// kit/region_map_data.json. Run again when a deployment brings its own approved map:
//     node tools/make_region_paths.mjs ../data/map/counties.geojson
import { readFileSync, writeFileSync } from 'node:fs';

const [input] = process.argv.slice(2);
if (!input) throw new Error('usage: node tools/make_region_paths.mjs COUNTIES.geojson');
const { features } = JSON.parse(readFileSync(input, 'utf8'));

const WIDTH = 1000;
const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const points = features.flatMap((each) => polygonsOf(each.geometry).flat(2));
const [west, east] = [Math.min(...points.map((p) => p[0])), Math.max(...points.map((p) => p[0]))];
const [south, north] = [Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[1]))];
const squeeze = Math.cos(((south + north) / 2) * Math.PI / 180);
const scale = WIDTH / ((east - west) * squeeze);
const margin = 14;
const project = ([lon, lat]) => [
    Math.round((lon - west) * squeeze * scale + margin), Math.round((north - lat) * scale + margin)];

function ringPath(ring) {
    const steps = [];
    let last = null;
    for (const point of ring.map(project)) {
        if (last && point[0] === last[0] && point[1] === last[1]) continue;
        steps.push(last ? `l${point[0] - last[0]} ${point[1] - last[1]}` : `M${point[0]} ${point[1]}`);
        last = point;
    }
    return steps.length < 3 ? '' : `${steps.join('').replace(/ -/g, '-')}z`;
}

// Courses of the rivers, drawn by hand from their towns: a sketch, not survey data.
const RIVERS = [
    { name: '长江', width: 5, course: [[104.63, 28.77], [104.75, 28.79], [104.87, 28.84], [104.98, 28.83], [105.07, 28.74], [105.17, 28.78], [105.27, 28.85], [105.38, 28.85], [105.45, 28.9], [105.55, 28.94], [105.66, 28.88], [105.78, 28.86], [105.84, 28.81], [105.88, 28.93], [105.98, 28.97], [106.05, 29.07], [106.14, 29.13], [106.22, 29.26], [106.27, 29.3], [106.36, 29.27], [106.42, 29.36]] },
    { name: '金沙江', width: 3.5, course: [[103.94, 28.66], [104.05, 28.63], [104.16, 28.64], [104.3, 28.58], [104.42, 28.63], [104.53, 28.7], [104.63, 28.77]] },
    { name: '岷江', width: 3.5, course: [[104.13, 29.06], [104.26, 28.99], [104.34, 28.9], [104.48, 28.87], [104.57, 28.83], [104.63, 28.77]] },
    { name: '沱江', width: 3, course: [[104.66, 29.95], [104.78, 29.84], [104.86, 29.77], [104.94, 29.7], [105.03, 29.63], [105.06, 29.57], [105.02, 29.48], [104.95, 29.38], [104.99, 29.26], [104.98, 29.18], [105.09, 29.13], [105.2, 29.1], [105.3, 29.03], [105.38, 28.98], [105.45, 28.9]] },
];
function riverPath(course) {
    const line = course.map(project);
    let path = `M${line[0].join(' ')}`;
    for (let index = 1; index < line.length - 1; index += 1) {
        const [x, y] = line[index];
        const [nx, ny] = line[index + 1];
        path += `Q${x} ${y} ${Math.round((x + nx) / 2)} ${Math.round((y + ny) / 2)}`;
    }
    return `${path}L${line.at(-1).join(' ')}`;
}

const height = Math.round((north - south) * scale) + 2 * margin;
const counties = features.map(({ geometry, properties }) => ({
    // A district of Chongqing counts as its own city.
    code: String(properties.adcode), name: properties.name,
    city: String(properties.adcode).startsWith('50') ? String(properties.adcode) : `${properties.city_code}00`.slice(0, 6),
    cityName: String(properties.adcode).startsWith('50') ? properties.name : properties.city,
    path: polygonsOf(geometry).flatMap((polygon) => polygon.map(ringPath)).join(''),
    seat: project([properties.seat_lon, properties.seat_lat]),
})).sort((one, other) => one.code.localeCompare(other.code));
const rivers = RIVERS.map(({ name, width, course }) => ({ name, width, path: riverPath(course) }));
writeFileSync(new URL('../kit/region_map_data.json', import.meta.url),
    `${JSON.stringify({ viewBox: `0 0 ${WIDTH + 2 * margin} ${height}`, counties, rivers })}\n`);
console.log(`${counties.length} counties, ${height} high`);
