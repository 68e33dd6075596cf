import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { GuestDevice } from '../../server/src/lsp/protocol';
import { type Guest, GuestList } from './guests';

const VIEW = 'xencfg.guests';

/** True once the workspace was read and holds no guest: the view then says how to come by one. */
const NONE = 'xencfg.noGuests';

/** A line of the view: a guest, a group of its devices, or one of these. */
export type Node =
  | { readonly kind: 'guest'; readonly uri: vscode.Uri; readonly guest: Guest }
  | { readonly kind: 'group'; readonly uri: vscode.Uri; readonly key: string; readonly devices: readonly GuestDevice[] }
  | { readonly kind: 'device'; readonly uri: vscode.Uri; readonly device: GuestDevice; readonly index: number };

const ICONS: Readonly<Record<string, string>> = {
  disk: 'database',
  vif: 'plug',
  vif2: 'plug',
  vfb: 'device-desktop',
  vdispl: 'device-desktop',
  soundhw: 'unmute',
  vsnd: 'unmute',
  p9: 'folder',
  channel: 'terminal',
};

/** Registers the view of all guests of the workspace. */
export function registerGuestsView(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const list = new GuestList(client);
  const changed = new vscode.EventEmitter<Node | undefined>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: (node) => childrenOf(list, node),
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const show = () => {
    const { guests, complete } = list;
    view.message = complete || guests.length > 0 ? '' : vscode.l10n.t('Looking for guests…');
    view.description = complete && guests.length > 0 ? String(guests.length) : '';
    void vscode.commands.executeCommand('setContext', NONE, complete && guests.length === 0);
    changed.fire(undefined);
  };
  context.subscriptions.push(
    list,
    view,
    changed,
    list.onDidChange(show),
    view.onDidChangeVisibility(({ visible }) => list.setVisible(visible)),
  );
  show();
  list.setVisible(view.visible);
}

function childrenOf(list: GuestList, node: Node | undefined): Node[] {
  if (!node) {
    return list.guests.map((guest) => ({ kind: 'guest', uri: guest.uri, guest }));
  }
  const { uri } = node;
  if (node.kind === 'group') return node.devices.map((device, index) => ({ kind: 'device', uri, device, index }));
  if (node.kind === 'device') return [];
  const devices = node.guest.card?.devices ?? [];
  return [...new Set(devices.map(({ key }) => key))].map((key) => {
    return { kind: 'group', uri, key, devices: devices.filter((device) => device.key === key) };
  });
}

function itemOf(node: Node): vscode.TreeItem {
  if (node.kind === 'guest') return guestItem(node.guest);
  if (node.kind === 'group') return groupItem(node.uri, node.key, node.devices.length);
  const { key, name, detail, line } = node.device;
  const item = new vscode.TreeItem(name);
  item.id = `${node.uri} ${key} ${node.index}`;
  if (detail !== undefined) item.description = detail;
  item.tooltip = detail === undefined ? `${key}: ${name}` : `${key}: ${name}, ${detail}`;
  item.contextValue = 'device';
  item.command = openCommand(node.uri, line);
  return item;
}

function guestItem({ uri, path, name, card }: Guest): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name ?? path, card && card.devices.length > 0 ? Collapsed : None);
  item.id = uri.toString();
  item.command = openCommand(uri, 0);
  if (!card) {
    item.description = name === undefined ? '' : path;
    item.iconPath = new vscode.ThemeIcon('loading~spin');
    return item;
  }
  const state = stateText({ uri, path, card });
  item.description = name === undefined ? state : `${state} · ${path}`;
  item.contextValue = `guest ${card.state}`;
  const icon = { xl: 'vm', xm: 'wand', refused: 'error' }[card.state];
  const colour = { xl: undefined, xm: 'list.warningForeground', refused: 'list.errorForeground' }[card.state];
  item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  item.tooltip = [name ?? path, card.detail, `${state}, Xen ${card.release}`, path].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: `${name ?? path}, ${state}, ${card.detail}, ${path}` };
  return item;
}

function stateText({ card }: Pick<Guest, 'uri' | 'path' | 'card'>): string {
  if (!card) return '';
  const { state, constructs, errors, warnings } = card;
  if (state === 'xm') {
    return constructs === 1 ? vscode.l10n.t('xm: 1 to convert') : vscode.l10n.t('xm: {0} to convert', constructs);
  }
  if (state === 'refused') {
    return errors === 1 ? vscode.l10n.t('refused by xl: 1 error') : vscode.l10n.t('refused by xl: {0} errors', errors);
  }
  if (warnings === 0) return 'xl';
  return warnings === 1 ? vscode.l10n.t('xl: 1 warning') : vscode.l10n.t('xl: {0} warnings', warnings);
}

function groupItem(uri: vscode.Uri, key: string, count: number): vscode.TreeItem {
  const titles: Readonly<Record<string, string>> = {
    disk: vscode.l10n.t('Disks'),
    vif: vscode.l10n.t('Network cards'),
    vif2: vscode.l10n.t('Network cards'),
    pci: vscode.l10n.t('PCI devices'),
    usbctrl: vscode.l10n.t('USB controllers'),
    usbdev: vscode.l10n.t('USB devices'),
    usbdevice: vscode.l10n.t('USB devices'),
    vfb: vscode.l10n.t('Screens'),
    vtpm: vscode.l10n.t('TPMs'),
    channel: vscode.l10n.t('Channels'),
    p9: vscode.l10n.t('Shared folders'),
  };
  const item = new vscode.TreeItem(titles[key] ?? key, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${uri} ${key}`;
  item.description = String(count);
  item.tooltip = key;
  item.iconPath = new vscode.ThemeIcon(ICONS[key] ?? 'circuit-board');
  item.contextValue = 'devices';
  return item;
}

function openCommand(uri: vscode.Uri, line: number): vscode.Command {
  return { command: 'xencfg.openGuest', title: vscode.l10n.t('Open'), arguments: [uri, line] };
}
