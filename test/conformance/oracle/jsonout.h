/* Small JSON writer on a growing buffer. */
#ifndef JSONOUT_H
#define JSONOUT_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char *p; size_t n, cap; } jbuf;

static void jb_need(jbuf *b, size_t k)
{
    if (b->n + k + 1 > b->cap) {
        b->cap = (b->n + k + 1) * 2;
        b->p = realloc(b->p, b->cap);
        if (!b->p) abort();
    }
}
static void jb_raw(jbuf *b, const char *s)
{
    size_t k = strlen(s);
    jb_need(b, k); memcpy(b->p + b->n, s, k); b->n += k;
}
static void jb_ch(jbuf *b, char c) { jb_need(b, 1); b->p[b->n++] = c; }
static void jb_int(jbuf *b, long long v)
{
    char t[32]; snprintf(t, sizeof t, "%lld", v); jb_raw(b, t);
}
static void jb_uint(jbuf *b, unsigned long long v)
{
    char t[32]; snprintf(t, sizeof t, "%llu", v); jb_raw(b, t);
}

/* length of a well-formed UTF-8 sequence at s (0 when it is not one) */
static int jb_utf8(const unsigned char *s, size_t left)
{
    if (s[0] < 0x80) return 1;
    if (s[0] >= 0xc2 && s[0] <= 0xdf)
        return left >= 2 && (s[1] & 0xc0) == 0x80 ? 2 : 0;
    if (s[0] >= 0xe0 && s[0] <= 0xef) {
        if (left < 3 || (s[1] & 0xc0) != 0x80 || (s[2] & 0xc0) != 0x80) return 0;
        if (s[0] == 0xe0 && s[1] < 0xa0) return 0;
        if (s[0] == 0xed && s[1] > 0x9f) return 0;
        return 3;
    }
    if (s[0] >= 0xf0 && s[0] <= 0xf4) {
        if (left < 4 || (s[1] & 0xc0) != 0x80 || (s[2] & 0xc0) != 0x80 ||
            (s[3] & 0xc0) != 0x80) return 0;
        if (s[0] == 0xf0 && s[1] < 0x90) return 0;
        if (s[0] == 0xf4 && s[1] > 0x8f) return 0;
        return 4;
    }
    return 0;
}

/* bytes that are not UTF-8 become \udcXX, as Python's surrogateescape does */
static void jb_strn(jbuf *b, const char *str, size_t n)
{
    const unsigned char *s = (const unsigned char *)str;
    size_t i = 0;
    char t[8];
    jb_ch(b, '"');
    while (i < n) {
        unsigned char c = s[i];
        int k;
        if (c == '"' || c == '\\') { jb_ch(b, '\\'); jb_ch(b, c); i++; }
        else if (c == '\n') { jb_raw(b, "\\n"); i++; }
        else if (c == '\t') { jb_raw(b, "\\t"); i++; }
        else if (c == '\r') { jb_raw(b, "\\r"); i++; }
        else if (c < 0x20 || c == 0x7f) {
            snprintf(t, sizeof t, "\\u%04x", c); jb_raw(b, t); i++;
        } else if ((k = jb_utf8(s + i, n - i))) {
            jb_need(b, k); memcpy(b->p + b->n, s + i, k); b->n += k; i += k;
        } else {
            snprintf(t, sizeof t, "\\udc%02x", c); jb_raw(b, t); i++;
        }
    }
    jb_ch(b, '"');
}
static void jb_str(jbuf *b, const char *s)
{
    if (s) jb_strn(b, s, strlen(s)); else jb_raw(b, "null");
}
static void jb_key(jbuf *b, const char *k, int *first)
{
    if (!*first) jb_ch(b, ',');
    *first = 0;
    jb_str(b, k); jb_ch(b, ':');
}
/* the lines of a text as an array of strings; a newline at its end adds no empty one */
static void jb_lines(jbuf *b, const char *s, size_t n)
{
    size_t i = 0;
    jb_ch(b, '[');
    while (i < n) {
        const char *nl = memchr(s + i, '\n', n - i);
        size_t e = nl ? (size_t)(nl - s) : n;
        if (i) jb_ch(b, ',');
        jb_strn(b, s + i, e - i);
        i = e + 1;
    }
    jb_ch(b, ']');
}
static void jb_flushline(jbuf *b, FILE *f)
{
    jb_ch(b, '\n'); fwrite(b->p, 1, b->n, f); b->n = 0;
}
#endif
