let home: string | undefined;

/** Says where the server's own files are: the URL of a folder. */
export function setHome(url: string | undefined): void {
  home = url;
}

/** The URL of one of the server's own files. */
export function urlOf(name: string): string {
  if (home === undefined) throw new Error('the client did not say where the files are (initializationOptions.home)');
  return `${home}/${name}`;
}

/** What a data file holds. A worker may wait for it, so that nobody else has to. */
export function readData(name: string): unknown {
  const request = new XMLHttpRequest();
  request.open('GET', urlOf(name), false);
  request.send();
  if (request.status !== 200) throw new Error(`${urlOf(name)}: ${request.status} ${request.statusText}`);
  return JSON.parse(request.responseText);
}

/** A file's bytes. */
export async function download(name: string): Promise<Uint8Array> {
  const response = await fetch(urlOf(name));
  if (!response.ok) throw new Error(`${urlOf(name)}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
