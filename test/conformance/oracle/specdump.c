/*
 * specdump: what the machine's own libxlutil makes of device strings.
 *
 *   specdump disk|rate|bdf|pci|rdm < specs        each spec ends in NUL
 *
 * One line of JSON for each spec: {"rc","messages":[..],"fields":{..}}, or {"crash":SIGNAL,"messages":[..]}.
 * {"undefined":true} stands for a PCI string that makes the library read a variable it never set (a BDF without
 * its dot): what comes out then hangs on what the stack held before.
 * rc: 0, an errno (disk, rate) or a negative libxl error (bdf, pci, rdm); the fields as they are then.
 * The source's name in messages is "spec".
 */
#define _GNU_SOURCE
#include <errno.h>
#include <libxlutil.h>
#include "jsonout.h"
#include "libtrap.h"

static FILE *rep; static char *repbuf; static size_t repcap;
static jbuf out;
static XLU_Config *cfg;

static void kv_s(const char *k, const char *v, int *f) { jb_key(&out, k, f); jb_str(&out, v); }
static void kv_i(const char *k, long long v, int *f) { jb_key(&out, k, f); jb_int(&out, v); }
static void kv_u(const char *k, unsigned long long v, int *f) { jb_key(&out, k, f); jb_uint(&out, v); }
static void kv_b(const char *k, bool v, int *f) { jb_key(&out, k, f); jb_raw(&out, v ? "true" : "false"); }
static void kv_d(const char *k, libxl_defbool v, int *f)
{
    jb_key(&out, k, f);
    jb_raw(&out, libxl_defbool_is_default(v) ? "null" : libxl_defbool_val(v) ? "true" : "false");
}

/* Fills the stack that the library is about to use. */
static __attribute__((noinline)) void smear(int byte)
{
    volatile char below[8192];
    size_t i;
    for (i = 0; i < sizeof below; i++) below[i] = byte;
}

/* The parse itself: the library's return code, or 1000000 + signal when it was taken down. */
static __attribute__((noinline)) int parse_pci(const char *kind, const char *spec, libxl_device_pci *pci, int byte)
{
    int rc;
    libxl_device_pci_init(pci);
    if (TRAP()) return 1000000 + trap_what;
    smear(byte);
    rc = *kind == 'b' ? xlu_pci_parse_bdf(cfg, pci, spec) : xlu_pci_parse_spec_string(cfg, pci, spec);
    trap_armed = 0;
    return rc;
}

static int pci_is_undefined(const char *kind, const char *spec)
{
    libxl_device_pci a, b; int differs;
    differs = parse_pci(kind, spec, &a, 0) != parse_pci(kind, spec, &b, 0x55) || a.domain != b.domain ||
              a.bus != b.bus || a.dev != b.dev || a.func != b.func || a.vdevfn != b.vdevfn ||
              a.vfunc_mask != b.vfunc_mask;
    libxl_device_pci_dispose(&a); libxl_device_pci_dispose(&b);
    rewind(rep);
    return differs;
}

static void one(const char *kind, char *spec)
{
    int rc = 0, crashed = 0, f = 1;
    libxl_device_disk disk; libxl_device_nic nic; libxl_device_pci pci; libxl_rdm_reserve rdm;

    rewind(rep);
    if ((!strcmp(kind, "bdf") || !strcmp(kind, "pci")) && pci_is_undefined(kind, spec)) {
        out.n = 0;
        jb_raw(&out, "{\"undefined\":true}"); jb_flushline(&out, stdout);
        return;
    }
    errno = 0;              /* xlu_vif_parse_rate looks at a stale errno */
    libxl_device_disk_init(&disk); libxl_device_nic_init(&nic);
    libxl_device_pci_init(&pci); libxl_rdm_reserve_init(&rdm);
    if (TRAP()) crashed = 1;
    else {
        if (!strcmp(kind, "disk")) {
            const char *specs[1] = { spec };
            rc = xlu_disk_parse(cfg, 1, specs, &disk);
        } else if (!strcmp(kind, "rate")) rc = xlu_vif_parse_rate(cfg, spec, &nic);
        else if (!strcmp(kind, "bdf")) rc = xlu_pci_parse_bdf(cfg, &pci, spec);
        else if (!strcmp(kind, "pci")) rc = xlu_pci_parse_spec_string(cfg, &pci, spec);
        else rc = xlu_rdm_parse(cfg, &rdm, spec);
        trap_armed = 0;
    }
    fflush(rep);
    out.n = 0;
    jb_raw(&out, crashed ? "{\"crash\":" : "{\"rc\":"); jb_int(&out, crashed ? trap_what : rc);
    jb_raw(&out, ",\"messages\":"); jb_lines(&out, repbuf, ftell(rep));
    jb_raw(&out, ",\"fields\":{");
    if (crashed) ;
    else if (!strcmp(kind, "disk")) {
        kv_u("backend_domid", disk.backend_domid, &f);
        kv_s("backend_domname", disk.backend_domname, &f);
        kv_s("pdev_path", disk.pdev_path, &f);
        kv_s("vdev", disk.vdev, &f);
        kv_s("backend", libxl_disk_backend_to_string(disk.backend), &f);
        kv_s("format", libxl_disk_format_to_string(disk.format), &f);
        kv_s("script", disk.script, &f);
        kv_i("removable", disk.removable, &f);
        kv_i("readwrite", disk.readwrite, &f);
        kv_i("is_cdrom", disk.is_cdrom, &f);
        kv_b("direct_io_safe", disk.direct_io_safe, &f);
        kv_d("discard_enable", disk.discard_enable, &f);
#ifdef LIBXL_HAVE_DEVICE_DISK_SPECIFICATION
        kv_s("specification", libxl_disk_specification_to_string(disk.specification), &f);
        kv_s("transport", libxl_disk_transport_to_string(disk.transport), &f);
        kv_u("irq", disk.irq, &f);
        kv_u("base", disk.base, &f);
#endif
        kv_d("colo_enable", disk.colo_enable, &f);
        kv_d("colo_restore_enable", disk.colo_restore_enable, &f);
        kv_s("colo_host", disk.colo_host, &f);
        kv_i("colo_port", disk.colo_port, &f);
        kv_s("colo_export", disk.colo_export, &f);
        kv_s("active_disk", disk.active_disk, &f);
        kv_s("hidden_disk", disk.hidden_disk, &f);
        kv_d("trusted", disk.trusted, &f);
    } else if (!strcmp(kind, "rate")) {
        kv_u("rate_bytes_per_interval", nic.rate_bytes_per_interval, &f);
        kv_u("rate_interval_usecs", nic.rate_interval_usecs, &f);
    } else if (!strcmp(kind, "rdm")) {
        kv_s("strategy", libxl_rdm_reserve_strategy_to_string(rdm.strategy), &f);
        kv_s("policy", libxl_rdm_reserve_policy_to_string(rdm.policy), &f);
    } else {
        kv_i("domain", pci.domain, &f); kv_i("bus", pci.bus, &f);
        kv_i("dev", pci.dev, &f); kv_i("func", pci.func, &f);
        kv_u("vdevfn", pci.vdevfn, &f); kv_u("vfunc_mask", pci.vfunc_mask, &f);
        kv_b("msitranslate", pci.msitranslate, &f); kv_b("power_mgmt", pci.power_mgmt, &f);
        kv_b("permissive", pci.permissive, &f); kv_b("seize", pci.seize, &f);
        kv_s("rdm_policy", libxl_rdm_reserve_policy_to_string(pci.rdm_policy), &f);
        kv_s("name", pci.name, &f);
    }
    jb_raw(&out, "}}");
    jb_flushline(&out, stdout);
    libxl_device_disk_dispose(&disk); libxl_device_nic_dispose(&nic);
    libxl_device_pci_dispose(&pci); libxl_rdm_reserve_dispose(&rdm);
}

int main(int argc, char **argv)
{
    char *spec = NULL; size_t cap = 0;
    if (argc != 2) { fputs("specdump disk|rate|bdf|pci|rdm < specs\n", stderr); return 2; }
    rep = open_memstream(&repbuf, &repcap);
    cfg = xlu_cfg_init(rep, "spec");
    if (!rep || !cfg) abort();
    trap_init();
    while (getdelim(&spec, &cap, 0, stdin) > 0) {
        one(argv[1], spec);
        fflush(stdout);
    }
    fflush(stdout);
    _exit(0);
}
