/*
 * xldry.c: LD_PRELOAD shim that lets the real xl binary parse domain configs
 * on a machine without a hypervisor.  It only stands in for libxenctrl and
 * libxenstore entry points with made-up answers; all of xl, libxlutil and
 * libxenlight above them is the distribution's own.
 *
 *   gcc -O2 -shared -fPIC -o xldry.so xldry.c -ldl
 *   LD_PRELOAD=./xldry.so /usr/lib/xen-4.17/bin/xl -N create FILE
 *
 * Made-up host (environment overrides in brackets): 16 CPUs [XLDRY_CPUS],
 * 2 NUMA nodes [XLDRY_NODES], 64 GiB [XLDRY_MEM_MB], Xen 4.17, every
 * capability bit that its architecture can have set [XLDRY_PHYSCAP=hex],
 * no XSM, credit2, cpupool 0 only.
 * UUIDs and VM generation ids are constants, so output is reproducible.
 *
 * Batch: XLDRY_BATCH=paths   config paths on stdin, one a line
 *        XLDRY_BATCH=frames  "<length>\n<bytes>" frames on stdin, or
 *                            "<length> <cpus> <nodes> <length of conf>\n<conf><bytes>":
 *                            on that host, with that text as /etc/xen/xl.conf
 *        XLDRY_BATCH=specs   one argument list a line, US (0x1f) separated,
 *                            put after the command line given
 *   The process initialises once and forks a child for each input; every
 *   child runs xl's main() with the command line given plus the input, and one
 *   line of JSON comes out for it:
 *   {"path","status":EXIT,"signal":N,"stderr":[lines],"config":{..}|"stdout":".."}
 *   e.g. XLDRY_BATCH=paths LD_PRELOAD=./xldry.so xl -N create -q < list
 *
 *   XLDRY_WARM=1 (with -N and paths or frames): main() first runs once, on a
 *   built-in config, in the process that forks.  Under qemu-user the children
 *   then find xl translated already: 3.5 times as fast.  They also find its
 *   heap and its static variables as that run left them, so a verdict that
 *   hangs on uninitialised memory may differ; hence only on request.
 *
 * XLDRY_KEYS=1: log every name that xl looks up, with the kind of value asked.
 *
 * Deep: XLDRY_DEEP=1 with `xl create -e FILE` (no -N): runs on into libxl until
 *   it asks the hypervisor for the domain; there the shim prints the config
 *   as libxl has completed and checked it (JSON) and ends with status 0.
 *   XLDRY_DEEP=2 goes past that point with a pretended domain and an in-memory
 *   xenstore, until libxl starts building the guest: device defaults and
 *   checks run too.  XLDRY_ASSUME=1 with it: disk images that do not exist
 *   here count as existing.  Status 3: libxl gave the domain up (errors above).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenstore.h>
#include <libxl.h>
#include <libxlutil.h>
#include "jsonout.h"

static long envnum(const char *n, long dflt, int base)
{
    const char *s = getenv(n);
    return s && *s ? strtol(s, NULL, base) : dflt;
}
static int ncpus(void)  { return envnum("XLDRY_CPUS", 16, 10); }
static int nnodes(void) { return envnum("XLDRY_NODES", 2, 10); }
static long mem_mb(void){ return envnum("XLDRY_MEM_MB", 65536, 10); }
static int deep(void)   { return envnum("XLDRY_DEEP", 0, 10); }

/* ---- libxenctrl ---------------------------------------------------- */
#ifdef __aarch64__                    /* an Arm Xen has no PV, shadow or vmtrace */
#define ALL_CAPS 0x3ad
#define XEN_CAPS "xen-3.0-aarch64 xen-3.0-armv7l"
#else
#define ALL_CAPS 0x3ff
#define XEN_CAPS "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64"
#endif
static char fake_xch[4096], fake_xsh[64];
static bool trace(void) { return getenv("XLDRY_TRACE") != NULL; }

xc_interface *xc_interface_open(xentoollog_logger *l, xentoollog_logger *d, unsigned f)
{ (void)l; (void)d; (void)f; return (xc_interface *)fake_xch; }
int xc_interface_close(xc_interface *x) { (void)x; return 0; }
int xc_get_max_cpus(xc_interface *x) { (void)x; return ncpus(); }
int xc_get_max_nodes(xc_interface *x) { (void)x; return nnodes(); }
int xc_get_online_cpus(xc_interface *x) { (void)x; return ncpus(); }
int xc_get_cpumap_size(xc_interface *x) { (void)x; return (ncpus() + 7) / 8; }
int xc_get_nodemap_size(xc_interface *x) { (void)x; return (nnodes() + 7) / 8; }
long xc_sharing_freed_pages(xc_interface *x) { (void)x; return 0; }
long xc_sharing_used_frames(xc_interface *x) { (void)x; return 0; }

int xc_physinfo(xc_interface *x, xc_physinfo_t *p)
{
    (void)x;
    memset(p, 0, sizeof *p);
    p->threads_per_core = 1;
    p->cores_per_socket = ncpus() / nnodes();
    p->nr_cpus = ncpus();
    p->max_cpu_id = ncpus() - 1;
    p->nr_nodes = nnodes();
    p->max_node_id = nnodes() - 1;
    p->cpu_khz = 3000000;
    p->capabilities = envnum("XLDRY_PHYSCAP", ALL_CAPS, 16);
    p->total_pages = (uint64_t)mem_mb() << 8;
    p->free_pages = p->total_pages - (p->total_pages >> 3);
    p->max_mfn = p->total_pages;
    return 0;
}
int xc_cputopoinfo(xc_interface *x, unsigned *n, xc_cputopo_t *t)
{
    unsigned i, per = ncpus() / nnodes();
    (void)x;
    if (t)
        for (i = 0; i < *n && i < (unsigned)ncpus(); i++) {
            t[i].core = i % per; t[i].socket = i / per; t[i].node = i / per;
        }
    *n = ncpus();
    return 0;
}
int xc_numainfo(xc_interface *x, unsigned *n, xc_meminfo_t *m, uint32_t *d)
{
    unsigned i, j, k = nnodes();
    (void)x;
    if (m)
        for (i = 0; i < k; i++) {
            m[i].memsize = ((uint64_t)mem_mb() << 20) / k;
            m[i].memfree = m[i].memsize / 8 * 7;
        }
    if (d)
        for (i = 0; i < k; i++) for (j = 0; j < k; j++) d[i * k + j] = i == j ? 10 : 20;
    *n = k;
    return 0;
}
int xc_version(xc_interface *x, int cmd, void *arg)
{
    (void)x;
    switch (cmd) {
    case XENVER_version: return (4 << 16) | 17;
    case XENVER_extraversion: strcpy(arg, ".0-dry"); return 0;
    case XENVER_compile_info: memset(arg, 0, sizeof(xen_compile_info_t)); return 0;
    case XENVER_capabilities: strcpy(arg, XEN_CAPS); return 0;
    case XENVER_changeset: strcpy(arg, "none"); return 0;
    case XENVER_platform_parameters: memset(arg, 0, sizeof(xen_platform_parameters_t)); return 0;
    case XENVER_pagesize: return 4096;
    case XENVER_commandline: strcpy(arg, "placeholder dom0_mem=4096M"); return 0;
    case XENVER_build_id: return -ENODATA;
    default: errno = ENOSYS; return -1;
    }
}
/* 4.19 on: these give heap copies */
char *xc_xenver_extraversion(xc_interface *x) { (void)x; return strdup(".0-dry"); }
char *xc_xenver_capabilities(xc_interface *x)
{ (void)x; return strdup(XEN_CAPS); }
char *xc_xenver_changeset(xc_interface *x) { (void)x; return strdup("none"); }
char *xc_xenver_commandline(xc_interface *x) { (void)x; return strdup("placeholder dom0_mem=4096M"); }
char *xc_xenver_buildid(xc_interface *x) { (void)x; errno = ENODATA; return NULL; }
int xc_sched_id(xc_interface *x, int *id) { (void)x; *id = 6; return 0; }
xc_cpupoolinfo_t *xc_cpupool_getinfo(xc_interface *x, uint32_t id)
{
    xc_cpupoolinfo_t *p;
    (void)x;
    if (id > 0) { errno = ENOENT; return NULL; }
    p = calloc(1, sizeof *p);
    p->sched_id = 6; p->n_dom = 1;
    p->cpumap = calloc(1, (ncpus() + 7) / 8 + 8);
    memset(p->cpumap, 0xff, (ncpus() + 7) / 8);
    return p;
}
void xc_cpupool_infofree(xc_interface *x, xc_cpupoolinfo_t *p)
{ (void)x; if (p) { free(p->cpumap); free(p); } }
int xc_flask_context_to_sid(xc_interface *x, char *b, uint32_t n, uint32_t *sid)
{ (void)x; (void)b; (void)n; (void)sid; errno = ENOSYS; return -1; }
int xc_flask_sid_to_context(xc_interface *x, int sid, char *b, uint32_t n)
{ (void)x; (void)sid; (void)b; (void)n; errno = ENOSYS; return -1; }

/* domain 0 always, domain 1 once "created" */
static int made, made_hvm;
static void fill(xc_domaininfo_t *d, uint32_t id)
{
    memset(d, 0, sizeof *d);
    d->domain = id; d->flags = XEN_DOMINF_running | (id == 1 && made_hvm ? XEN_DOMINF_hvm_guest : 0); d->max_pages = 1 << 20; d->tot_pages = 1 << 20;
    d->nr_online_vcpus = 1; d->max_vcpu_id = 0;
}
int xc_domain_getinfolist(xc_interface *x, uint32_t first, unsigned max, xc_domaininfo_t *d)
{
    int n = 0; uint32_t i;
    (void)x;
    for (i = first; i <= (made ? 1u : 0u) && (unsigned)n < max; i++) fill(d + n++, i);
    return n;
}
/* from 4.18 on; there is no xc_dominfo_t any more (compile with -DXLDRY_418) */
int xc_domain_getinfo_single(xc_interface *x, uint32_t id, xc_domaininfo_t *d)
{
    (void)x;
    if (id > (made ? 1u : 0u)) { errno = ESRCH; return -1; }
    fill(d, id);
    return 0;
}
#ifndef XLDRY_418
int xc_domain_getinfo(xc_interface *x, uint32_t first, unsigned max, xc_dominfo_t *d)
{
    int n = 0; uint32_t i;
    (void)x;
    for (i = first; i <= (made ? 1u : 0u) && (unsigned)n < max; i++) {
        memset(d + n, 0, sizeof *d); d[n].domid = i; d[n].running = 1; d[n].nr_online_vcpus = 1; n++;
    }
    return n;
}
#endif
int xc_domain_create(xc_interface *x, uint32_t *domid, struct xen_domctl_createdomain *c);
int xc_domain_destroy(xc_interface *x, uint32_t domid) { (void)x; (void)domid; made = 0; return 0; }
int xc_domain_set_llc_colors(xc_interface *x, uint32_t d, const uint32_t *c, uint32_t n)
{ (void)x; (void)d; (void)c; (void)n; return 0; }
int xc_cpupool_movedomain(xc_interface *x, uint32_t p, uint32_t d) { (void)x; (void)p; (void)d; return 0; }
/* the first thing that libxl does to a domain that it gives up on */
int xc_domain_pause(xc_interface *x, uint32_t d)
{
    (void)x; (void)d;
    if (deep() >= 2 && made) { fputs("[xldry] libxl gave up on the domain\n", stderr); fflush(NULL); _exit(3); }
    return 0;
}
/* XLDRY_DEEP=2 XLDRY_ASSUME=1: a path that does not exist here is taken to be
 * a block device under /dev and a plain file elsewhere */
static int assume(int r, const char *p, struct stat *st)
{
    if (r && errno == ENOENT && *p == '/' && deep() >= 2 && getenv("XLDRY_ASSUME")) {
        memset(st, 0, sizeof *st);
        st->st_mode = strncmp(p, "/dev/", 5) ? S_IFREG | 0600 : S_IFBLK | 0600;
        st->st_size = 1 << 20;
        return 0;
    }
    return r;
}
int stat(const char *p, struct stat *st)
{
    static int (*real)(const char *, struct stat *);
    if (!real) real = dlsym(RTLD_NEXT, "stat");
    return assume(real(p, st), p, st);
}
int stat64(const char *p, struct stat64 *st)
{
    static int (*real)(const char *, struct stat64 *);
    if (!real) real = dlsym(RTLD_NEXT, "stat64");
    return assume(real(p, st), p, (struct stat *)st);
}
int access(const char *p, int mode)        /* 4.14 looks for qemu itself */
{
    static int (*real)(const char *, int);
    int r;
    if (!real) real = dlsym(RTLD_NEXT, "access");
    r = real(p, mode);
    return r && errno == ENOENT && *p == '/' && deep() && getenv("XLDRY_ASSUME") ? 0 : r;
}
/* what binaries built against glibc before 2.33 call for stat() */
int __xstat(int ver, const char *p, struct stat *st)
{
    static int (*real)(int, const char *, struct stat *);
    if (!real) real = dlsym(RTLD_NEXT, "__xstat");
    return assume(real(ver, p, st), p, st);
}

/* ---- libxenstore: a small in-memory store --------------------------- */
struct node { char *path; char *val; unsigned len; };
static struct node *nodes; static int nnode;
static struct node *nfind(const char *p)
{
    int i;
    for (i = 0; i < nnode; i++) if (!strcmp(nodes[i].path, p)) return nodes + i;
    return NULL;
}
static void nset(const char *p, const void *v, unsigned n)
{
    struct node *k = nfind(p);
    if (!k) {
        nodes = realloc(nodes, sizeof *nodes * (nnode + 1));
        k = nodes + nnode++;
        k->path = strdup(p); k->val = NULL;
    }
    free(k->val);
    k->val = malloc(n + 1); memcpy(k->val, v, n); k->val[n] = 0; k->len = n;
}
struct xs_handle *xs_open(unsigned long f) { (void)f; return (struct xs_handle *)fake_xsh; }
void xs_close(struct xs_handle *h) { (void)h; }
struct xs_handle *xs_daemon_open(void) { return (struct xs_handle *)fake_xsh; }   /* up to 4.14 */
void xs_daemon_close(struct xs_handle *h) { (void)h; }
void xs_daemon_destroy_postfork(struct xs_handle *h) { (void)h; }
void *xs_read(struct xs_handle *h, xs_transaction_t t, const char *p, unsigned *n)
{
    struct node *k = nfind(p);
    char *r;
    (void)h; (void)t;
    if (trace()) fprintf(stderr, "[xldry] xs_read %s%s\n", p, k ? "" : " (none)");
    if (!k) {
        const char *fixed = !strcmp(p, "/local/domain/0/name") ? "Domain-0" :
                            !strcmp(p, "domid") ? "0" :
                            !strcmp(p, "/local/pool/0/name") ? "Pool-0" : NULL;
        if (!fixed) { errno = ENOENT; return NULL; }
        if (n) *n = strlen(fixed);
        return strdup(fixed);
    }
    r = malloc(k->len + 1); memcpy(r, k->val, k->len + 1);
    if (n) *n = k->len;
    return r;
}
bool xs_write(struct xs_handle *h, xs_transaction_t t, const char *p, const void *d, unsigned n)
{ (void)h; (void)t; nset(p, d, n); return true; }
bool xs_mkdir(struct xs_handle *h, xs_transaction_t t, const char *p)
{ (void)h; (void)t; if (!nfind(p)) nset(p, "", 0); return true; }
bool xs_rm(struct xs_handle *h, xs_transaction_t t, const char *p)
{
    int i, w = 0; size_t l = strlen(p);
    (void)h; (void)t;
    for (i = 0; i < nnode; i++)
        if (strncmp(nodes[i].path, p, l) || (nodes[i].path[l] && nodes[i].path[l] != '/'))
            nodes[w++] = nodes[i];
    nnode = w;
    return true;
}
char **xs_directory(struct xs_handle *h, xs_transaction_t t, const char *p, unsigned *n)
{
    /* names right under p, once each; one block as libxenstore gives */
    size_t l = strlen(p), bytes = 0; int i, j, cnt = 0;
    char **names = calloc(nnode + 1, sizeof *names), **ret, *s;
    (void)h; (void)t;
    for (i = 0; i < nnode; i++) {
        char *rest, *e; size_t k;
        if (strncmp(nodes[i].path, p, l) || nodes[i].path[l] != '/') continue;
        rest = nodes[i].path + l + 1; e = strchr(rest, '/');
        k = e ? (size_t)(e - rest) : strlen(rest);
        for (j = 0; j < cnt; j++) if (strlen(names[j]) == k && !strncmp(names[j], rest, k)) break;
        if (j == cnt) { names[cnt++] = strndup(rest, k); bytes += k + 1; }
    }
    if (!cnt && !nfind(p)) { free(names); errno = ENOENT; return NULL; }
    ret = malloc(sizeof *ret * (cnt + 1) + bytes + 1);
    s = (char *)(ret + cnt + 1);
    for (j = 0; j < cnt; j++) { ret[j] = s; s = stpcpy(s, names[j]) + 1; free(names[j]); }
    ret[cnt] = NULL;
    free(names);
    *n = cnt;
    return ret;
}
bool xs_set_permissions(struct xs_handle *h, xs_transaction_t t, const char *p,
                        struct xs_permissions *q, unsigned n)
{ (void)h; (void)t; (void)p; (void)q; (void)n; return true; }
bool xs_watch(struct xs_handle *h, const char *p, const char *k) { (void)h; (void)p; (void)k; return true; }
bool xs_unwatch(struct xs_handle *h, const char *p, const char *k) { (void)h; (void)p; (void)k; return true; }
int xs_fileno(struct xs_handle *h)
{ static int p[2] = { -1, -1 }; (void)h; if (p[0] < 0 && pipe(p)) return -1; return p[0]; }
char **xs_check_watch(struct xs_handle *h) { (void)h; errno = EAGAIN; return NULL; }
char **xs_read_watch(struct xs_handle *h, unsigned *n) { (void)h; (void)n; errno = EAGAIN; return NULL; }
xs_transaction_t xs_transaction_start(struct xs_handle *h) { (void)h; return 1; }
bool xs_transaction_end(struct xs_handle *h, xs_transaction_t t, bool a) { (void)h; (void)t; (void)a; return true; }
bool xs_introduce_domain(struct xs_handle *h, unsigned d, unsigned long m, unsigned e)
{ (void)h; (void)d; (void)m; (void)e; return true; }
bool xs_release_domain(struct xs_handle *h, unsigned d) { (void)h; (void)d; return true; }
bool xs_set_target(struct xs_handle *h, unsigned d, unsigned t) { (void)h; (void)d; (void)t; return true; }
char *xs_get_domain_path(struct xs_handle *h, unsigned d)
{ char *s; (void)h; if (asprintf(&s, "/local/domain/%u", d) < 0) return NULL; return s; }

/* ---- libxl: constants for random values, and the deep stops ---------- */
static const uint8_t fixed_uuid[16] =
    { 0xde,0xad,0xbe,0xef,0,0,0x40,0,0x80,0,0,0,0,0,0,1 };
void libxl_uuid_generate(libxl_uuid *u) { memcpy(u, fixed_uuid, 16); }
int libxl_ms_vm_genid_generate(libxl_ctx *ctx, libxl_ms_vm_genid *id)
{ (void)ctx; memcpy(id, fixed_uuid, 16); return 0; }

/* the text that stands for /etc/xen/xl.conf; NULL: the file as it is */
static char *conf_text; static long conf_length;
int libxl_read_file_contents(libxl_ctx *ctx, const char *file, void **data, int *length)
{
    static int (*real)(libxl_ctx *, const char *, void **, int *);
    if (!real) real = dlsym(RTLD_NEXT, "libxl_read_file_contents");
    if (!conf_text || strcmp(file, "/etc/xen/xl.conf")) return real(ctx, file, data, length);
    *data = malloc(conf_length + 1);
    memcpy(*data, conf_text, conf_length);
    *length = conf_length;
    return 0;
}

static libxl_ctx *seen_ctx; static libxl_domain_config *seen_cfg;
int libxl_domain_create_new(libxl_ctx *ctx, libxl_domain_config *c, uint32_t *domid,
                            const libxl_asyncop_how *h, const libxl_asyncprogress_how *p)
{
    int (*real)(libxl_ctx *, libxl_domain_config *, uint32_t *, const libxl_asyncop_how *,
                const libxl_asyncprogress_how *) = dlsym(RTLD_NEXT, "libxl_domain_create_new");
    seen_ctx = ctx; seen_cfg = c;
    return real(ctx, c, domid, h, p);
}
static void stop_here(const char *where)
{
    char *js = seen_cfg ? libxl_domain_config_to_json(seen_ctx, seen_cfg) : NULL;
    fprintf(stderr, "[xldry] stopped at %s\n", where);
    if (js) fputs(js, stdout);
    fflush(NULL);
    _exit(0);
}
int xc_domain_create(xc_interface *x, uint32_t *domid, struct xen_domctl_createdomain *c)
{
    (void)x;
    if (deep() < 2) stop_here("xc_domain_create");
#ifdef __aarch64__                    /* what Xen fills in */
    if (!c->arch.gic_version) c->arch.gic_version = XEN_DOMCTL_CONFIG_GIC_V3;
    c->arch.clock_frequency = 62500000;
#endif
    made = 1; *domid = 1;
    made_hvm = !!(c->flags & XEN_DOMCTL_CDF_hvm);
    return 0;
}
/* the first thing that libxl does when it starts to build the guest */
int xc_domain_max_vcpus(xc_interface *x, uint32_t d, unsigned m)
{ (void)x; (void)d; (void)m; stop_here("xc_domain_max_vcpus"); return -1; }

/* ---- XLDRY_KEYS=1: which names xl asks libxlutil for, and how ---------
 * one stderr line a call: [key] KIND NAME DONT_WARN RC  (xl.conf's are left out) */
static int depth;                     /* the library's own calls among these do not count */
struct peek_cfg { void *settings; FILE *report; char *source; };
static void key(const XLU_Config *c, const char *kind, const char *n, int quiet, int rc)
{
    static int on = -1;
    if (on < 0) on = getenv("XLDRY_KEYS") != NULL;
    if (on && !depth && strcmp(((const struct peek_cfg *)c)->source, "/etc/xen/xl.conf"))
        fprintf(stderr, "[key] %s %s %d %d\n", kind, n, quiet, rc);
}
#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)
int xlu_cfg_get_string(const XLU_Config *c, const char *n, const char **v, int q)
{ REAL(xlu_cfg_get_string); depth++; int r = real(c, n, v, q); depth--; key(c, "string", n, q, r); return r; }
int xlu_cfg_replace_string(const XLU_Config *c, const char *n, char **v, int q)
{ REAL(xlu_cfg_replace_string); depth++; int r = real(c, n, v, q); depth--; key(c, "string", n, q, r); return r; }
int xlu_cfg_get_long(const XLU_Config *c, const char *n, long *v, int q)
{ REAL(xlu_cfg_get_long); depth++; int r = real(c, n, v, q); depth--; key(c, "long", n, q, r); return r; }
int xlu_cfg_get_bounded_long(const XLU_Config *c, const char *n, long lo, long hi, long *v, int q)
{
    char k[64];
    REAL(xlu_cfg_get_bounded_long);
    depth++; int r = real(c, n, lo, hi, v, q); depth--;
    snprintf(k, sizeof k, "long[%ld,%ld]", lo, hi);
    key(c, k, n, q, r);
    return r;
}
int xlu_cfg_get_defbool(const XLU_Config *c, const char *n, libxl_defbool *v, int q)
{ REAL(xlu_cfg_get_defbool); depth++; int r = real(c, n, v, q); depth--; key(c, "bool", n, q, r); return r; }
int xlu_cfg_get_list(const XLU_Config *c, const char *n, XLU_ConfigList **v, int *k, int q)
{ REAL(xlu_cfg_get_list); depth++; int r = real(c, n, v, k, q); depth--; key(c, "list", n, q, r); return r; }
int xlu_cfg_get_list_as_string_list(const XLU_Config *c, const char *n, libxl_string_list *v, int q)
{ REAL(xlu_cfg_get_list_as_string_list); depth++; int r = real(c, n, v, q); depth--; key(c, "stringlist", n, q, r); return r; }

/* ---- batch: run main() in a forked child for every input -------------- */
static int (*real_main)(int, char **, char **);

static char *slurp(int fd, size_t *n)
{
    struct stat st; char *b;
    if (fstat(fd, &st)) { *n = 0; return NULL; }
    b = malloc(st.st_size + 1);
    *n = pread(fd, b, st.st_size, 0) < 0 ? 0 : st.st_size;
    b[*n] = 0;
    return b;
}
static bool all_utf8(const char *s, size_t n)
{
    size_t i = 0; int k;
    while (i < n) {
        k = jb_utf8((const unsigned char *)s + i, n - i);
        if (!k) return false;
        i += k;
    }
    return true;
}
/* yajl's beautified JSON on one line: drop newlines and indentation */
static void compact_json(jbuf *b, const char *s, size_t n)
{
    size_t i; bool in = false;
    for (i = 0; i < n; i++) {
        if (in) {
            jb_ch(b, s[i]);
            if (s[i] == '\\' && i + 1 < n) jb_ch(b, s[++i]);
            else if (s[i] == '"') in = false;
        } else if (s[i] == '"') { in = true; jb_ch(b, '"'); }
        else if (s[i] != '\n' && s[i] != ' ') jb_ch(b, s[i]);
    }
}
static jbuf jo;
static void run_child(int argc, char **argv, char **envp, char **extra, int nextra,
                      const char *label, int so, int se, FILE *to)
{
    pid_t pid; int st, i; char *o, *e; size_t no, ne;
    if (ftruncate(so, 0) || ftruncate(se, 0)) abort();
    lseek(so, 0, SEEK_SET); lseek(se, 0, SEEK_SET);
    pid = fork();
    if (!pid) {
        char **av = calloc(argc + nextra + 1, sizeof *av);
        int nul = open("/dev/null", O_RDONLY);
        for (i = 0; i < argc; i++) av[i] = argv[i];
        for (i = 0; i < nextra; i++) av[argc + i] = extra[i];
        dup2(nul, 0); dup2(so, 1); dup2(se, 2);
        setrlimit(RLIMIT_CPU, &(struct rlimit){ 2, 4 });     /* some ranges keep xl busy for ever: SIGXCPU */
        alarm(60);
        exit(real_main(argc + nextra, av, envp));
    }
    while (waitpid(pid, &st, 0) < 0 && errno == EINTR) ;
    o = slurp(so, &no); e = slurp(se, &ne);
    jo.n = 0;
    jb_raw(&jo, "{\"path\":"); jb_str(&jo, label);
    if (WIFSIGNALED(st)) { jb_raw(&jo, ",\"signal\":"); jb_int(&jo, WTERMSIG(st)); }
    else { jb_raw(&jo, ",\"status\":"); jb_int(&jo, WEXITSTATUS(st)); }
    jb_raw(&jo, ",\"stderr\":"); jb_lines(&jo, e, ne);
    if (no && o[0] == '{' && all_utf8(o, no)) {
        jb_raw(&jo, ",\"config\":"); compact_json(&jo, o, no);
    } else if (no) { jb_raw(&jo, ",\"stdout\":"); jb_strn(&jo, o, no); }
    jb_ch(&jo, '}');
    jb_flushline(&jo, to);
    fflush(to);
    free(o); free(e);
}
static void warm_up(int argc, char **argv, char **envp, int so, int se)
{
    static const char cfg[] =
        "name='w'\ntype='hvm'\nkernel='k'\nramdisk='r'\nroot='/dev/xvda1'\nextra='x'\n"
        "memory=512\nmaxmem=1024\nvcpus=2\nmaxvcpus=4\ncpus='0-3'\ncpu_weight=256\n"
        "disk=['/dev/v/a,raw,xvda,w','phy:/dev/b,xvdb,w','format=qcow2,vdev=xvdc,access=r,target=/c d']\n"
        "vif=['mac=00:16:3e:00:00:01,bridge=xenbr0,rate=1Mb/s,script=vif-bridge,ip=10.0.0.1','']\n"
        "vfb=['type=vnc,vncdisplay=1,vnclisten=0.0.0.0']\npci=['01:00.0']\n"
        "uuid='00000000-0000-4000-8000-000000000002'\non_crash='restart'\nlocaltime=1\n";
    char **av = calloc(argc + 2, sizeof *av), path[32];
    int i, n = 0, fd = memfd_create("warm", 0), o1 = dup(1), o2 = dup(2);
    for (i = 0; i < argc; i++) n |= !strcmp(av[i] = argv[i], "-N");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    av[argc] = path;
    if (n && !deep() && write(fd, cfg, sizeof cfg - 1) == sizeof cfg - 1) {
        dup2(so, 1); dup2(se, 2);
        n = real_main(argc + 1, av, envp);
        fflush(NULL);
        dup2(o1, 1); dup2(o2, 2);
        optind = 1;
        if (n) fprintf(stderr, "[xldry] warm-up: status %d\n", n);
    } else fputs("[xldry] XLDRY_WARM needs -N, and no XLDRY_DEEP\n", stderr);
    close(fd); close(o1); close(o2); free(av);
}
static int batch_main(int argc, char **argv, char **envp)
{
    const char *mode = getenv("XLDRY_BATCH");
    int so = memfd_create("out", 0), se = memfd_create("err", 0), keep = dup(1);
    FILE *to = fdopen(keep, "w");
    FILE *in = fdopen(fcntl(0, F_DUPFD, 100), "r");
    char *line = NULL; size_t cap = 0; ssize_t n;
    fcntl(keep, F_SETFD, FD_CLOEXEC);
    if (getenv("XLDRY_WARM") && strcmp(mode, "specs")) warm_up(argc, argv, envp, so, se);
    if (!strcmp(mode, "frames")) {
        char dir[] = "/dev/shm/xldryXXXXXX", head[64], label[32]; long k, i = 0;
        char *buf = NULL; char *ex[1] = { "cfg" };
        if (!mkdtemp(dir) || chdir(dir)) { perror(dir); return 1; }
        while (fgets(head, sizeof head, in)) {
            int fd; char cpus[16], nodes_[16];
            if (sscanf(head, "%ld %15s %15s %ld", &k, cpus, nodes_, &conf_length) == 4) {
                conf_text = realloc(conf_text, conf_length + 1);
                if (fread(conf_text, 1, conf_length, in) != (size_t)conf_length) break;
                setenv("XLDRY_CPUS", cpus, 1); setenv("XLDRY_NODES", nodes_, 1);
            }
            buf = realloc(buf, k + 1);
            if (fread(buf, 1, k, in) != (size_t)k) break;
            fd = open("cfg", O_WRONLY | O_CREAT | O_TRUNC, 0600);
            if (fd < 0 || write(fd, buf, k) != k) abort();
            close(fd);
            snprintf(label, sizeof label, "#%ld", i++);
            run_child(argc, argv, envp, ex, 1, label, so, se, to);
        }
        unlink("cfg"); if (chdir("/")) {} rmdir(dir);
        return 0;
    }
    while ((n = getline(&line, &cap, in)) > 0) {
        if (line[n - 1] == '\n') line[--n] = 0;
        if (!strcmp(mode, "specs")) {
            char *ex[64]; int k = 0; char *p = line, *label = strdup(line);
            while (p && k < 64) ex[k++] = strsep(&p, "\x1f");
            run_child(argc, argv, envp, ex, k, label, so, se, to);
            free(label);
        } else run_child(argc, argv, envp, &line, 1, line, so, se, to);
    }
    return 0;
}
int __libc_start_main(int (*m)(int, char **, char **), int argc, char **argv,
                      void (*init)(void), void (*fini)(void), void (*rtld)(void), void *stack)
{
    int (*real)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
                void (*)(void), void *) = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = m;
    return real(getenv("XLDRY_BATCH") ? batch_main : m, argc, argv, init, fini, rtld, stack);
}
