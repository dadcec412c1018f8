/* XXH3 compiled in, so that no library is loaded at start-up. */
#define XXH_INLINE_ALL
#include <xxhash.h>

/* Under a name of its own, since xxhash.h gives its functions theirs by macros, which Swift does not see. */
static inline XXH128_hash_t emergency_xxh3(const void *bytes, size_t length, uint64_t seed) {
    return XXH3_128bits_withSeed(bytes, length, seed);
}
