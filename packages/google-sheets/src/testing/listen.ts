import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LocalSheets } from "./local-sheets.ts";

/** The local spreadsheets on a port. */
export interface ListeningServer {
  /** `http://127.0.0.1:49152`, for `rootUrl` and `baseUrl`. */
  readonly url: string;
  /** Stops listening and breaks off every connection. */
  close(): Promise<void>;
}

/** Serves the local spreadsheets on a port of this machine only; 0 takes a free one. */
export async function listen(sheets: LocalSheets, port = 0): Promise<ListeningServer> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) {
        if (typeof value === "string") headers.set(name, value);
      }
      const hasBody = body.length > 0 && incoming.method !== "GET";
      const init = { method: incoming.method ?? "GET", headers, ...(hasBody && { body }) };
      sheets
        .fetch(new URL(incoming.url ?? "/", "http://127.0.0.1"), init)
        .then(async (response) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          outgoing.end(Buffer.from(await response.arrayBuffer()));
        })
        // An injected fault: the connection breaks, as it would on the way to Google.
        .catch(() => outgoing.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
