import type { Notification, Region, Result, Run } from 'sarif';
import { version } from '../../../package.json';
import { PAGES } from '../rules/pages';
import { RULES } from '../rules/registry';
import type { Severity } from '../service';
import { encode } from '../syntax/file-bytes';
import type { FileReport, Range } from './file-report';
import type { Reporter } from './reporter';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** The findings as SARIF 2.1.0 (OASIS), one result on a line. Files that cannot be judged are tool notifications. */
export function sarifReporter(): Reporter {
  const notifications: Notification[] = [];
  let results = 0;
  return {
    begin: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool())},"columnKind":"utf16CodeUnits","results":[`,
    file: (report) => {
      if (report.error !== undefined) {
        const locations = [{ physicalLocation: { artifactLocation: { uri: uriOf(report.path) } } }];
        notifications.push({ level: 'error', message: { text: report.error }, locations });
      }
      return resultsOf(report)
        .map((result) => `${results++ === 0 ? '' : ','}\n${JSON.stringify(result)}`)
        .join('');
    },
    end: () => {
      const successful = notifications.length === 0;
      const invocation = { executionSuccessful: successful, toolExecutionNotifications: notifications };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

function tool(): Run['tool'] {
  return {
    driver: {
      name: 'xencfg',
      version,
      rules: RULES.map(({ code, severity, off }) => {
        const { title, why, xl, remedy } = PAGES[code]!;
        return {
          id: code,
          shortDescription: { text: title },
          fullDescription: { text: why },
          help: { text: `${why}\n\nWhat xl does: ${xl}\n\nWhat to do: ${remedy}` },
          defaultConfiguration: { level: LEVELS[severity], enabled: !off },
        };
      }),
    },
  };
}

function resultsOf({ path, findings }: FileReport): Result[] {
  const artifactLocation = { uri: uriOf(path) };
  return findings.map(({ code, severity, message, range, fixes, related }) => {
    const ruleIndex = RULES.findIndex((rule) => rule.code === code);
    return {
      ruleId: code,
      ...(ruleIndex >= 0 && { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
      ...(related && {
        relatedLocations: related.map((place, id) => ({
          id,
          message: { text: place.message },
          physicalLocation: { artifactLocation: { uri: uriOf(place.path) }, region: region(place.range) },
        })),
      }),
      ...(fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map(({ range: deleted, newText }) => ({
                deletedRegion: region(deleted),
                insertedContent: { text: newText },
              })),
            },
          ],
        })),
      }),
    };
  });
}

function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path as a URI: relative as it is, absolute behind file://; every byte that URIs do not have as %XX. */
function uriOf(path: string): string {
  const bytes = Array.from(encode(path), (byte) => {
    const sign = String.fromCharCode(byte);
    return /[\w./~-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `${path.startsWith('/') ? 'file://' : ''}${bytes.join('')}`;
}
