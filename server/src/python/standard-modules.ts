/**
 * Modules that every Python 2.7 of a Linux host has, without those that distributions pack apart or leave out, and
 * without those that print or draw when they are imported.
 */
const NAMES = `
BaseHTTPServer CGIHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO
UserDict UserList UserString __builtin__ __future__ __main__ _socket abc anydbm argparse array ast asynchat asyncore atexit
base64 bdb binascii binhex bisect cPickle cProfile cStringIO calendar cgi cgitb chunk cmath cmd code codecs codeop
collections colorsys commands compileall compiler contextlib cookielib copy copy_reg csv datetime
decimal difflib dircache dis distutils doctest email encodings errno exceptions fcntl filecmp fileinput
fnmatch formatter fractions ftplib functools future_builtins gc genericpath getopt getpass gettext glob grp hashlib
heapq hmac htmlentitydefs htmllib httplib imaplib imghdr imp importlib inspect io itertools json keyword linecache
locale logging mailbox mailcap marshal math md5 mimetools mimetypes mimify mmap modulefinder multiprocessing mutex
netrc new nntplib ntpath numbers opcode operator optparse os parser pdb pickle pickletools pipes pkgutil platform
plistlib popen2 poplib posix posixfile posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc quopri random re
repr resource rexec rfc822 robotparser runpy sched select sets sgmllib sha shelve shlex shutil signal site smtpd
smtplib sndhdr socket stat statvfs string stringprep strop struct subprocess symbol symtable sys sysconfig syslog
tabnanny tarfile telnetlib tempfile termios textwrap thread threading time timeit token tokenize trace traceback tty
types unicodedata unittest urllib urllib2 urlparse uu uuid warnings wave weakref webbrowser whichdb wsgiref xdrlib
xml xmllib xmlrpclib zipfile zipimport
os.path xml.dom xml.dom.minidom xml.etree xml.etree.ElementTree xml.sax logging.handlers logging.config email.mime
distutils.version
`;

const STANDARD: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** True for a module whose import does not fail on any host where xm ran with Python 2.7. */
export function isStandard(module: string): boolean {
  return STANDARD.has(module);
}
