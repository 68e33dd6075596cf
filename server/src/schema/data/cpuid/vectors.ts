import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: instructions on vectors, matrices and floating point numbers. */
export const CPUID_VECTORS: readonly CpuidFlagRow[] = [
  {
    name: '3dnow',
    since: 401,
    text: "AMD's 3DNow! floating point vectors in MMX registers; gone from CPUs since about 2011.",
  },
  { name: '3dnowext', since: 401, text: "AMD's additions to 3DNow! of the first Athlon." },
  {
    name: 'aes',
    since: 401,
    text: 'AES encryption steps in hardware, by the name that every release knows; `aesni` is the same bit.',
  },
  {
    name: 'aesni',
    since: 414,
    text:
      'AES encryption steps in hardware (AESENC and others). Disk and TLS encryption get much slower ' + 'without it.',
  },
  {
    name: 'amx-bf16',
    since: 420,
    text: 'AMX: products of matrices of bfloat16 numbers, for machine learning. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'amx-complex',
    since: 420,
    text: 'AMX: products of matrices of complex half-precision numbers. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'amx-fp16',
    since: 420,
    text: 'AMX: products of matrices of half-precision numbers. Xen 4.22 shows it to no guest.',
  },
  { name: 'amx-int8', since: 420, text: 'AMX: products of matrices of 8-bit integers. Xen 4.22 shows it to no guest.' },
  {
    name: 'amx-tile',
    since: 419,
    text:
      'AMX: the tile registers themselves, which all other AMX instructions need. Xen 4.22 shows it to no ' + 'guest.',
  },
  {
    name: 'avx',
    since: 401,
    text:
      '256-bit vectors (AVX). Needs `xsave`; all newer vector extensions build on it. Take it away from ' +
      'guests that move to older hosts.',
  },
  { name: 'avx-ifma', since: 418, text: '52-bit integer multiply and add for 256-bit vectors, without AVX-512.' },
  {
    name: 'avx-ne-convert',
    since: 418,
    text: 'Conversions between bfloat16, half and single precision without exceptions, for 256-bit vectors.',
  },
  {
    name: 'avx-vnni',
    since: 415,
    text: 'Dot products of 8-bit and 16-bit integers for neural networks, for 256-bit vectors.',
  },
  {
    name: 'avx-vnni-int16',
    since: 419,
    text: 'More neural network dot products, of signed and unsigned 16-bit integers.',
  },
  {
    name: 'avx-vnni-int8',
    since: 418,
    text: 'More neural network dot products, of signed and unsigned 8-bit integers.',
  },
  {
    name: 'avx2',
    since: 410,
    text:
      'Integer operations on 256-bit vectors and gathers. Part of the x86-64-v3 level that some ' +
      'distributions demand.',
  },
  {
    name: 'avx512-4fmaps',
    since: 410,
    text:
      'Xeon Phi: four single-precision multiply-and-add steps in one instruction. Xen 4.22 shows it to no ' + 'guest.',
  },
  {
    name: 'avx512-4vnniw',
    since: 410,
    text:
      'Xeon Phi: four neural network dot products of 16-bit words in one instruction. Xen 4.22 shows it to ' +
      'no guest.',
  },
  { name: 'avx512-bf16', since: 413, text: 'AVX-512 products and conversions of bfloat16 numbers.' },
  { name: 'avx512-bitalg', since: 413, text: 'AVX-512 bit counts and shuffles in bytes and words.' },
  { name: 'avx512-bmm', since: 422, text: 'AVX-512 products of bit matrices, on AMD CPUs. Shown only when asked for.' },
  { name: 'avx512-fp16', since: 417, text: 'AVX-512 arithmetic on half-precision numbers.' },
  {
    name: 'avx512-ifma',
    since: 413,
    text: 'AVX-512 multiply and add of 52-bit integers, used in cryptography. `avx512ifma` up to 4.12.',
  },
  { name: 'avx512-vbmi', since: 413, text: 'AVX-512 permutations of single bytes. `avx512vbmi` up to 4.12.' },
  {
    name: 'avx512-vbmi2',
    since: 413,
    text: 'AVX-512 compressing and expanding of bytes, and shifts over two registers.',
  },
  { name: 'avx512-vnni', since: 413, text: 'AVX-512 dot products of small integers for neural networks.' },
  {
    name: 'avx512-vp2intersect',
    since: 415,
    text:
      "AVX-512 search for common elements of two vectors; only Tiger Lake and AMD's Zen 5 have it. Shown " +
      'only when asked for.',
  },
  { name: 'avx512-vpopcntdq', since: 413, text: 'AVX-512 bit counts in 32-bit and 64-bit elements.' },
  { name: 'avx512bw', since: 410, text: 'AVX-512 on vectors of bytes and words.' },
  {
    name: 'avx512cd',
    since: 410,
    text: 'AVX-512 search for equal elements, so that loops with conflicts can be vectorised.',
  },
  { name: 'avx512dq', since: 410, text: 'AVX-512: more operations on 32-bit and 64-bit elements.' },
  {
    name: 'avx512er',
    since: 410,
    text: 'AVX-512 approximations of reciprocals and powers, on Xeon Phi. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'avx512f',
    since: 410,
    text: 'The foundation of AVX-512: 512-bit vectors, 32 registers and masks. Hiding it hides all of AVX-512.',
  },
  { name: 'avx512ifma', since: 410, until: 412, text: 'Older spelling of `avx512-ifma`, which replaced it in 4.13.' },
  {
    name: 'avx512pf',
    since: 410,
    text: 'AVX-512 prefetches for gathers and scatters, on Xeon Phi. Xen 4.22 shows it to no guest.',
  },
  { name: 'avx512vbmi', since: 410, until: 412, text: 'Older spelling of `avx512-vbmi`, which replaced it in 4.13.' },
  { name: 'avx512vl', since: 410, text: 'AVX-512 instructions on 128-bit and 256-bit vectors.' },
  { name: 'f16c', since: 401, text: 'Conversion between half and single precision.' },
  {
    name: 'fdp-excp-only',
    since: 414,
    text:
      'The x87 unit updates its data pointer on exceptions alone. It tells how the machine behaves, so ' +
      'leave it as it is.',
  },
  {
    name: 'fma',
    since: 410,
    text: 'Multiply and add in one step with three operands (FMA3), for floating point vectors.',
  },
  { name: 'fma4', since: 401, text: "AMD's multiply and add with four operands; only the Bulldozer family has it." },
  { name: 'fpu', since: 401, text: 'The x87 floating point unit, which every 64-bit CPU has.' },
  { name: 'fxsr', since: 401, text: 'FXSAVE and FXRSTOR, which keep the state of FPU and SSE.' },
  { name: 'gfni', since: 413, text: 'Arithmetic in Galois fields on vectors, for encryption and error correction.' },
  { name: 'misalignsse', since: 401, text: 'SSE instructions may read memory that is not aligned, on AMD CPUs.' },
  { name: 'mmx', since: 401, text: '64-bit integer vectors (MMX), the ancestor of SSE.' },
  { name: 'mmxext', since: 401, text: "AMD's additions to MMX, which SSE took over." },
  {
    name: 'no-fpu-sel',
    since: 414,
    text:
      'The x87 unit stores zero for its segment selectors. It tells how the machine behaves, so leave it as ' +
      'it is.',
  },
  {
    name: 'rstr-fp-err-ptrs',
    since: 413,
    text: 'FXRSTOR and XRSTOR always restore the x87 error pointers, which saves the system a workaround on ' + 'AMD.',
  },
  { name: 'sha', since: 410, text: 'SHA-1 and SHA-256 hashes in hardware.' },
  { name: 'sha512', since: 419, text: 'SHA-512 hashes in hardware, on AVX registers.' },
  { name: 'sm3', since: 419, text: 'The Chinese hash SM3 in hardware.' },
  { name: 'sm4', since: 419, text: 'The Chinese cipher SM4 in hardware.' },
  { name: 'sse', since: 401, text: '128-bit single-precision vectors; every 64-bit system relies on it.' },
  {
    name: 'sse2',
    since: 401,
    text: 'Double-precision and integer vectors of 128 bits; every 64-bit system relies on it.',
  },
  { name: 'sse3', since: 401, text: 'Horizontal additions and a few more vector instructions.' },
  {
    name: 'sse4-1',
    since: 414,
    text: "SSE 4.1: blends, dot products and rounding. The name as in Xen's headers, from 4.14 on.",
  },
  {
    name: 'sse4-2',
    since: 414,
    text: "SSE 4.2: string comparison and CRC32. The name as in Xen's headers, from 4.14 on.",
  },
  {
    name: 'sse4.1',
    since: 401,
    text: 'SSE 4.1 by its oldest name, which every release reads; the same bit as `sse4-1`.',
  },
  {
    name: 'sse4.2',
    since: 401,
    text: 'SSE 4.2 by its oldest name, which every release reads; the same bit as `sse4-2`.',
  },
  { name: 'sse4_1', since: 403, text: 'SSE 4.1 as Linux spells it in `/proc/cpuinfo`; the same bit as `sse4-1`.' },
  { name: 'sse4_2', since: 403, text: 'SSE 4.2 as Linux spells it in `/proc/cpuinfo`; the same bit as `sse4-2`.' },
  { name: 'sse4a', since: 401, text: "A few vector instructions of AMD's own, not the same as SSE 4.1." },
  { name: 'ssse3', since: 401, text: 'Supplemental SSE3: byte shuffles and absolute values.' },
  { name: 'vaes', since: 413, text: 'AES steps on 256-bit and 512-bit vectors.' },
  { name: 'vpclmulqdq', since: 413, text: 'Carry-less multiplication on 256-bit and 512-bit vectors.' },
  { name: 'xop', since: 401, text: "AMD's vector instructions beside AVX; only the Bulldozer family has them." },
];
