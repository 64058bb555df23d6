import { denied, invalid } from "./api-error.ts";
import type { Route } from "./route.ts";
import { masked } from "./spreadsheet-methods.ts";

interface FileBody {
  readonly name?: string;
  readonly mimeType?: string;
  readonly appProperties?: Readonly<Record<string, string>>;
}

const mimeType = "application/vnd.google-apps.spreadsheet";

/** As much of Drive v3 as making a spreadsheet once needs: `files.create` and `files.list` by app property. */
export const driveRoutes: readonly Route[] = [
  {
    method: "POST",
    path: /^\/drive\/v3\/files$/,
    changes: true,
    run({ store, caller, body, url }) {
      const file = body as FileBody;
      if (caller.email === null) throw denied();
      if (file.mimeType !== mimeType) throw invalid("The local server makes spreadsheets only");
      const { appProperties = {} } = file;
      for (const [key, value] of Object.entries(appProperties)) {
        // Documented: 124 bytes for key and value together, in UTF-8.
        if (new TextEncoder().encode(key + value).length > 124) throw invalid("Property too long");
      }
      const { state } = store.create({ title: file.name ?? "Untitled", owner: caller.email, appProperties });
      return masked({ kind: "drive#file", id: state.id, name: state.title, mimeType }, url);
    },
  },
  {
    method: "GET",
    path: /^\/drive\/v3\/files$/,
    changes: false,
    run({ store, caller, url }) {
      const q = url.searchParams.get("q") ?? "";
      const wanted = /^appProperties has \{ key='([^']+)' and value='([^']+)' \} and trashed = false$/.exec(
        q,
      );
      if (!wanted) throw invalid(`Invalid Value: the local server does not read the query ${q}`);
      const [, key = "", value = ""] = wanted;
      const files = [...store.spreadsheets.values()]
        .filter(
          (one) => !one.trashed && one.sharing.owner === caller.email && one.appProperties[key] === value,
        )
        .map(({ state }) => ({ kind: "drive#file", id: state.id, name: state.title, mimeType }));
      return masked({ kind: "drive#fileList", incompleteSearch: false, files }, url);
    },
  },
];
