/* SPDX-License-Identifier: MIT */
/* What this build is for, and what it leaves out. */
#ifndef SECRISK_FEATURES_H
#define SECRISK_FEATURES_H

/* SECRISK_SMALL=1 leaves out what is only there for speed (predictions and
 * their tables); SECRISK_SMALL=0 keeps it.  Unset, a build that optimises for
 * size is small.  Results are the same. */
#ifndef SECRISK_SMALL
#if defined(__OPTIMIZE_SIZE__) ||                                              \
    (defined(SECRISK_WITHOUT_CVSS2) && defined(SECRISK_WITHOUT_CVSS3) &&       \
     defined(SECRISK_WITHOUT_CVSS4))
#define SECRISK_SMALL 1
#else
#define SECRISK_SMALL 0
#endif
#endif

/* Features, as 0 or 1, from the SECRISK_WITHOUT_ macros of the build. */
#ifdef SECRISK_WITHOUT_CVSS2
#define SECRISK__V2 0
#else
#define SECRISK__V2 1
#endif
#ifdef SECRISK_WITHOUT_CVSS3
#define SECRISK__V3 0
#else
#define SECRISK__V3 1
#endif
#ifdef SECRISK_WITHOUT_CVSS4
#define SECRISK__V4 0
#else
#define SECRISK__V4 1
#endif

/* What a table holds for some versions, or nothing without them:
 * SECRISK__IF_V2_V3 is for either of the two, and each row has a comma. */
#if SECRISK__V2
#define SECRISK__IF_V2(...) __VA_ARGS__
#else
#define SECRISK__IF_V2(...)
#endif
#if SECRISK__V3
#define SECRISK__IF_V3(...) __VA_ARGS__
#else
#define SECRISK__IF_V3(...)
#endif
#if SECRISK__V4
#define SECRISK__IF_V4(...) __VA_ARGS__
#else
#define SECRISK__IF_V4(...)
#endif
#if SECRISK__V2 || SECRISK__V3
#define SECRISK__IF_V2_V3(...) __VA_ARGS__
#else
#define SECRISK__IF_V2_V3(...)
#endif
#if SECRISK__V2 || SECRISK__V4
#define SECRISK__IF_V2_V4(...) __VA_ARGS__
#else
#define SECRISK__IF_V2_V4(...)
#endif
#if SECRISK__V3 || SECRISK__V4
#define SECRISK__IF_V3_V4(...) __VA_ARGS__
#else
#define SECRISK__IF_V3_V4(...)
#endif

#if SECRISK__V2 || SECRISK__V3 || SECRISK__V4
#define SECRISK__IF_V2_V3_V4(...) __VA_ARGS__
#define SECRISK__IF_NO_CVSS(...)
#else
#define SECRISK__IF_V2_V3_V4(...)
#define SECRISK__IF_NO_CVSS(...) __VA_ARGS__
#endif

#define SECRISK__CVSS (SECRISK__V2 || SECRISK__V3 || SECRISK__V4)
#define SECRISK__CVSS_WHOLE (SECRISK__V2 && SECRISK__V3 && SECRISK__V4)

#ifdef SECRISK_WITHOUT_DREAD
#define SECRISK__DREAD 0
#else
#define SECRISK__DREAD 1
#endif
#ifdef SECRISK_WITHOUT_RISK
#define SECRISK__RISK 0
#else
#define SECRISK__RISK 1
#endif
#ifdef SECRISK_WITHOUT_LENIENT
#define SECRISK__LENIENT 0
#else
#define SECRISK__LENIENT 1
#endif

#ifdef SECRISK_WITHOUT_NAMES
#define SECRISK__NAMES 0
#else
#define SECRISK__NAMES 1
#endif
#ifdef SECRISK_WITHOUT_HELP
#define SECRISK__HELP 0
#else
#define SECRISK__HELP 1
#endif
#ifdef SECRISK_WITHOUT_JSON
#define SECRISK__JSON 0
#else
#define SECRISK__JSON 1
#endif

#endif
