/*
 * cfgdump: what the machine's own libxlutil makes of config texts.
 *
 *   cfgdump [-G] < frames        a frame is "<length>\n<bytes>"
 *     -G   the typed readings of every name and of "absent" too, each asked for aloud and quietly
 *
 * One line of JSON for each frame:
 *   {"ok":true,"messages":[..],"settings":[{"name","op","line","value"}],"get":{NAME:[reading..]}}
 *   {"crash":SIGNAL,"messages":[..]}       the library took the process down, or would have
 * A value is a string or an array of values.  "get" is there with -G when the text was accepted; a reading is
 *   {"kind":"string|long|bounded|defbool|list|strings","rc":ERRNO,"value":..,"messages":[..],"quiet":[..]}
 * where bounded is 1 to 255, a list's value is its length, strings end at the first NULL as they do for every C
 * program, and a 64-bit integer is a string.
 * Bytes that are not UTF-8 are written \udcXX.  The source's name in messages is "cfg".
 */
#define _GNU_SOURCE
#include <errno.h>
#include <libxlutil.h>
#include "jsonout.h"
#include "libtrap.h"

/* The library's private structures (4.13 and later), in our own notation. */
struct shape_value {
    int kind;
    union {
        char *text;
        struct { int cap, n; struct shape_value **at; } list;
    } u;
    int place[4];
};
struct shape_setting {
    struct shape_setting *older;
    char *name;
    struct shape_value *value;
    int op, line;
};
struct shape_config { struct shape_setting *newest; };

static FILE *rep; static char *repbuf; static size_t repcap;
static jbuf out;

static void messages_reset(void) { fflush(rep); rewind(rep); }

static void messages_json(const char *key)
{
    long n = (fflush(rep), ftell(rep));
    jb_raw(&out, ",\""); jb_raw(&out, key); jb_raw(&out, "\":");
    jb_lines(&out, repbuf, n);
}

static void value_json(const struct shape_value *v)
{
    int i;
    if (v->kind == XLU_STRING) { jb_str(&out, v->u.text); return; }
    jb_ch(&out, '[');
    for (i = 0; i < v->u.list.n; i++) {
        if (i) jb_ch(&out, ',');
        value_json(v->u.list.at[i]);
    }
    jb_ch(&out, ']');
}

/* One reading; the value is written only when there is one. */
enum kind { STRING, LONG, BOUNDED, DEFBOOL, LIST, STRINGS, KINDS };
static const char *const kind_names[] = { "string", "long", "bounded", "defbool", "list", "strings" };

static int read_kind(XLU_Config *cfg, const char *name, enum kind kind, int quiet, int print)
{
    const char *s = NULL; long l = 0; libxl_defbool d; int n = 0, rc, i;
    XLU_ConfigList *list; libxl_string_list strings = NULL;
    char number[32];
    memset(&d, 0, sizeof d);
    switch (kind) {
    case STRING:
        rc = xlu_cfg_get_string(cfg, name, &s, quiet);
        if (!rc && print) jb_str(&out, s);
        return rc;
    case LONG: case BOUNDED:
        rc = kind == LONG ? xlu_cfg_get_long(cfg, name, &l, quiet)
                          : xlu_cfg_get_bounded_long(cfg, name, 1, 255, &l, quiet);
        snprintf(number, sizeof number, "%ld", l);
        if (!rc && print) jb_str(&out, number);
        return rc;
    case DEFBOOL:
        rc = xlu_cfg_get_defbool(cfg, name, &d, quiet);
        if (!rc && print) jb_raw(&out, libxl_defbool_val(d) ? "true" : "false");
        return rc;
    case LIST:
        rc = xlu_cfg_get_list(cfg, name, &list, &n, quiet);
        if (!rc && print) jb_int(&out, n);
        return rc;
    default:
        rc = xlu_cfg_get_list_as_string_list(cfg, name, &strings, quiet);
        if (rc) return rc;
        xlu_cfg_get_list(cfg, name, NULL, &n, 1);
        if (print) jb_ch(&out, '[');
        for (i = 0; print && i < n && strings[i]; i++) {
            if (i) jb_ch(&out, ',');
            jb_str(&out, strings[i]);
        }
        for (i = 0; i < n; i++) free(strings[i]);
        if (print) jb_ch(&out, ']');
        free(strings);
        return 0;
    }
}

static void readings_json(XLU_Config *cfg, const char *name)
{
    enum kind k; int rc;
    for (k = 0; k < KINDS; k++) {
        jb_raw(&out, k ? ",{\"kind\":" : "[{\"kind\":"); jb_str(&out, kind_names[k]);
        messages_reset();
        rc = read_kind(cfg, name, k, 0, 0);
        jb_raw(&out, ",\"rc\":"); jb_int(&out, rc);
        messages_json("messages");
        messages_reset();
        jb_raw(&out, ",\"value\":");
        if (read_kind(cfg, name, k, 1, 1)) jb_raw(&out, "null");
        messages_json("quiet");
        jb_ch(&out, '}');
    }
    jb_ch(&out, ']');
}

static void one(const char *text, int length, int with_readings)
{
    XLU_Config *cfg; int rc = 0, crashed = 0, n = 0, i;
    struct shape_setting *s, **in_order;

    messages_reset();
    out.n = 0;
    cfg = xlu_cfg_init(rep, "cfg");
    if (!cfg) abort();
    if (TRAP()) crashed = 1;
    else { rc = xlu_cfg_readdata(cfg, text, length); trap_armed = 0; }
    if (crashed) {                               /* cfg is leaked on purpose */
        jb_raw(&out, "{\"crash\":"); jb_int(&out, trap_what);
        messages_json("messages");
        jb_ch(&out, '}'); jb_flushline(&out, stdout);
        return;
    }
    jb_raw(&out, rc ? "{\"ok\":false" : "{\"ok\":true");
    messages_json("messages");
    for (s = ((struct shape_config *)cfg)->newest; s; s = s->older) n++;
    in_order = malloc(sizeof *in_order * (n + 1));
    i = n;
    for (s = ((struct shape_config *)cfg)->newest; s; s = s->older) in_order[--i] = s;
    jb_raw(&out, ",\"settings\":[");
    for (i = 0; i < n; i++) {
        jb_raw(&out, i ? ",{\"name\":" : "{\"name\":"); jb_str(&out, in_order[i]->name);
        jb_raw(&out, in_order[i]->op ? ",\"op\":\"+=\",\"line\":" : ",\"op\":\"=\",\"line\":");
        jb_int(&out, in_order[i]->line);
        jb_raw(&out, ",\"value\":"); value_json(in_order[i]->value);
        jb_ch(&out, '}');
    }
    jb_ch(&out, ']');
    if (with_readings && !rc) {
        jb_raw(&out, ",\"get\":{\"absent\":");
        readings_json(cfg, "absent");
        for (i = 0; i < n; i++) {
            jb_ch(&out, ','); jb_str(&out, in_order[i]->name); jb_ch(&out, ':');
            readings_json(cfg, in_order[i]->name);
        }
        jb_ch(&out, '}');
    }
    free(in_order);
    jb_ch(&out, '}'); jb_flushline(&out, stdout);
    xlu_cfg_destroy(cfg);
}

int main(int argc, char **argv)
{
    char head[64]; long n; char *text = NULL; size_t cap = 0;
    rep = open_memstream(&repbuf, &repcap);
    if (!rep) abort();
    trap_init();
    while (fgets(head, sizeof head, stdin)) {
        n = atol(head);
        if ((size_t)n + 1 > cap) { cap = n * 2 + 64; text = realloc(text, cap); }
        if (fread(text, 1, n, stdin) != (size_t)n) break;
        one(text, n, argc > 1 && !strcmp(argv[1], "-G"));
        fflush(stdout);
    }
    fflush(stdout);
    _exit(0);
}
