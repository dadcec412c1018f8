#include "shipped_rules.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char targets_national_2018[] = {
#embed "../../rules/targets/national-2018.yaml"
};
static const unsigned char targets_national_2019[] = {
#embed "../../rules/targets/national-2019.yaml"
};

#define FILE_OF(path, text) {path, text, sizeof text}

static const emergency_rules_file files[] = {
    FILE_OF("rules/targets/national-2018.yaml", targets_national_2018),
    FILE_OF("rules/targets/national-2019.yaml", targets_national_2019),
};

const emergency_rules_file *emergency_shipped_rules(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
