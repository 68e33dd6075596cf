/* Lets one process outlive a library that calls abort(), exit() or faults
 * while it works on one input (assert in libxlutil, flex's fatal error). */
#ifndef LIBTRAP_H
#define LIBTRAP_H
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

static sigjmp_buf trap_env;
static volatile sig_atomic_t trap_armed;
static volatile int trap_what;   /* signal number, or 1000 + exit status */

static void trap_sig(int s)
{
    if (!trap_armed) { signal(s, SIG_DFL); raise(s); return; }
    trap_armed = 0; trap_what = s;
    siglongjmp(trap_env, 1);
}
/* takes the place of libc's exit() for the shared libraries too (-rdynamic) */
void exit(int st)
{
    if (trap_armed) { trap_armed = 0; trap_what = 1000 + st; siglongjmp(trap_env, 1); }
    fflush(NULL);
    _exit(st);
}
static void trap_init(void)
{
    struct sigaction sa;
    memset(&sa, 0, sizeof sa);
    sa.sa_handler = trap_sig;
    sa.sa_flags = SA_NODEFER;
    sigaction(SIGABRT, &sa, NULL);
    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGBUS, &sa, NULL);
    sigaction(SIGFPE, &sa, NULL);
}
/* 0: armed, run the code, then trap_armed = 0; non-zero: it was trapped */
#define TRAP() (sigsetjmp(trap_env, 1) ? 1 : (trap_armed = 1, 0))
#endif
