import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Reads the messages of `….json?compiled` once, while building: the page then needs no parser and reads none twice. */
export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.json?compiled')) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const read = messages.map(([key, text]) => [key, compileMessage(text)]);
      return { code: `export default ${JSON.stringify(Object.fromEntries(read))};`, moduleType: 'js' };
    },
  };
}
