// Prints a script with all that it imports, for a page. Argument: the script.
import { build } from 'esbuild';

const [, , script] = process.argv;
const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
});
process.stdout.write(outputFiles[0].text);
