"""Runs xm files in Python 2.7 as xm's option loader ran them, many in one process, and tells what variables they set.

    python2.7 xmeval.py HOST [NAME=VALUE ...] < frames       one line of JSON for each frame

A frame is `<length>\n<bytes>`. HOST is the number of one of several pretended hosts (environment, files, time, chance,
output of programs): what a file comes to on all of them does not hang on the host.

What xm did, and this does too: the file runs with separate dictionaries for globals and locals, so that functions see
neither its variables nor the preset names; names of xm are preset, NAME=VALUE as strings; only values whose type is
exactly str, list, int or float become settings.

A value is ["s", bytes as Latin-1], ["u", text], ["i", digits], ["l", digits], ["f", repr], ["b", bool], ["n"],
["L", items], ["T", items], ["D", [key, value] pairs in Python's order], ["S", items in Python's order], or
["o", name of the type].
"""
import __builtin__
import json
import os
import resource
import signal
import sys
import traceback
# Loaded at once: what a file imports costs nothing then, and is there whatever it does to sys.path.
import base64, commands, copy, datetime, errno, getopt, glob, itertools, math, operator, os.path, platform, random, re
import socket, string, struct, subprocess, tempfile, time, types, uuid, warnings

SECONDS = 2
PRESETS = dict(arg.split('=', 1) for arg in sys.argv[2:])
HELPERS = ('get_defaultroute', 'get_current_ipaddr', 'get_current_ipmask', 'get_current_ipgw', 'inet_aton', 'inet_ntoa',
           'add_offset_to_ip', 'check_subnet')
HOSTS = (
    dict(name='alpha', files=True, seconds=1300000000.5, chance=0, environ={'HOME': '/root', 'HOST': 'alpha', 'N': '7'}),
    dict(name='beta.example.org', files=False, seconds=1400000001.0, chance=1, environ={}),
    dict(name='', files=True, seconds=0.0, chance=2, environ={'HOME': '', 'HOST': '', 'N': 'x', 'PATH': '/bin'}),
)
OPEN = open
HOST = HOSTS[int(sys.argv[1])]


class Late(BaseException):
    pass


class Vars(object):
    """What xm gave a file to declare parameters with."""
    def __init__(self, name, help, env):
        self.env, self.declared = env, []

    def var(self, name, use=None, check=None):
        self.declared.append((name, check))

    def check(self):
        for name, check in self.declared:
            if not check:
                continue
            try:
                self.env[name] = check(name, self.env.get(name))
            except Exception as error:
                raise type(error)('%s - %s' % (name, error))


class Sink(object):
    softspace = 0

    def write(self, text):
        pass

    def flush(self):
        pass

    def isatty(self):
        return False


class Output(object):
    """What a program of the pretended host prints."""
    def __init__(self, text):
        self.text = text

    def read(self, *_):
        text, self.text = self.text, ''
        return text

    def readline(self):
        line, _, self.text = self.text.partition('\n')
        return line and line + '\n'

    def readlines(self):
        lines, self.text = self.text.splitlines(True), ''
        return lines

    def __iter__(self):
        return iter(self.readlines())

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def pretend(host):
    """Makes the functions that ask the machine answer for a host."""
    os.environ.clear()
    os.environ.update(host['environ'])
    there = host['files']
    for name in ('exists', 'isfile', 'isdir', 'islink', 'lexists', 'ismount'):
        setattr(os.path, name, lambda path: (str(path), there)[1])
    os.access = lambda path, mode: there
    os.listdir = lambda path: ['a', 'b'] if there else []
    os.system = lambda command: 0 if there else 256
    os.popen = lambda command, *_: Output(host['name'] + '\n')
    commands.getoutput = lambda command: host['name']
    commands.getstatusoutput = lambda command: (0 if there else 256, host['name'])
    socket.gethostname = platform.node = lambda: host['name']
    socket.getfqdn = lambda *_: host['name']
    os.uname = lambda: ('Linux', host['name'], '3.2.0', '#1 SMP', 'x86_64')
    os.getpid = lambda: 1 + host['chance']
    os.getcwd = lambda: '/etc/xen'
    time.time = lambda: host['seconds']
    time.strftime = lambda form, *_: '%s%s' % (form, host['chance'])
    random.seed(host['chance'])
    random.random = lambda: 0.25 * host['chance']
    random.randint = lambda least, most: min(most, least + host['chance'])
    random.choice = lambda items: items[host['chance'] % len(items)]

    def opened(path, mode='r', *_):
        if not there:
            raise IOError(2, 'No such file or directory')
        return Output(host['name'] + '\n')
    __builtin__.open = opened


def plain(value, depth=0):
    kind = type(value)
    if value is None:
        return ['n']
    if kind is bool:
        return ['b', value]
    if kind is int:
        return ['i', str(value)]
    if kind is long:
        return ['l', str(value)]
    if kind is float:
        return ['f', repr(value)]
    if kind is str:
        return ['s', value.decode('latin-1')]
    if kind is unicode:
        return ['u', value]
    if depth > 15:
        return ['o', 'deep']
    if kind is list:
        return ['L', [plain(item, depth + 1) for item in value]]
    if kind is tuple:
        return ['T', [plain(item, depth + 1) for item in value]]
    if kind is dict:
        return ['D', [[plain(key, depth + 1), plain(item, depth + 1)] for key, item in value.items()]]
    if kind in (set, frozenset):
        return ['S', [plain(item, depth + 1) for item in value]]
    return ['o', kind.__name__]


def late(*_):
    raise Late()


def answer(source):
    pretend(HOST)
    there = {'sys': sys, 'os': os, 'Vars': Vars, 'errno': errno, 're': re, 'socket': socket, 'struct': struct}
    for name in HELPERS:
        there[name] = lambda *_, **__: HOST['name']
    variables = dict(PRESETS)
    variables.update(there)
    variables.update(xm_file='/etc/xen/guest', xm_help=0)
    variables['xm_vars'] = Vars('', 0, variables)
    before = dict(variables)
    error = None
    try:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        # xm gave Python the file itself: line breaks of every system count as one.
        exec(compile(source.replace('\r\n', '\n').replace('\r', '\n'), '<xm>', 'exec', 0, True), {}, variables)
        signal.setitimer(signal.ITIMER_REAL, 0)
    except BaseException as raised:
        signal.setitimer(signal.ITIMER_REAL, 0)
        line = None
        trace = sys.exc_info()[2]
        while trace:
            if trace.tb_frame.f_code.co_name == '<module>' and trace.tb_frame.f_code.co_filename == '<xm>':
                line = trace.tb_lineno
            trace = trace.tb_next
        if isinstance(raised, SyntaxError) and line is None:
            line = raised.lineno
        try:
            words = str(raised)
        except Exception:
            words = ''
        error = [type(raised).__name__, words.decode('latin-1'), line]
    names = [name for name in variables if name in PRESETS or name not in before or variables[name] is not before[name]]
    return {'error': error, 'variables': dict((str(name).decode('latin-1'), plain(variables[name])) for name in names)}


def main():
    out = os.fdopen(os.dup(1), 'w')
    sys.stdout = sys.stderr = Sink()
    warnings.simplefilter('ignore')
    signal.signal(signal.SIGALRM, late)
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    modules = dict((module, dict(vars(module))) for module in (os, os.path, string, math, time, random, socket, re))
    for length in iter(sys.stdin.readline, ''):
        source = sys.stdin.read(int(length))
        try:
            line = json.dumps(answer(source))
        except MemoryError:
            line = '{"error": ["MemoryError", "", null], "variables": {}}'
        for module, names in modules.items():
            vars(module).update(names)
        sys.stdout = sys.stderr = Sink()
        out.write(line + '\n')
        out.flush()


try:
    main()
except BaseException:
    __builtin__.open = OPEN
    traceback.print_exc(None, sys.__stderr__)
    raise
