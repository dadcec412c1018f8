#include "shipped_rules.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char aqi_hj633_2012[] = {
#embed "../../rules/aqi/hj633-2012.yaml"
};
static const unsigned char aqi_hj633_2026[] = {
#embed "../../rules/aqi/hj633-2026.yaml"
};
static const unsigned char exemptions_henan_2019[] = {
#embed "../../rules/exemptions/henan-2019.yaml"
};
static const unsigned char grading_beijing_2018[] = {
#embed "../../rules/grading/beijing-2018.yaml"
};
static const unsigned char grading_beijing_2023[] = {
#embed "../../rules/grading/beijing-2023.yaml"
};
static const unsigned char grading_national_2024[] = {
#embed "../../rules/grading/national-2024.yaml"
};
static const unsigned char ratings_auto_repair[] = {
#embed "../../rules/ratings/auto-repair.yaml"
};
static const unsigned char ratings_flat_glass[] = {
#embed "../../rules/ratings/flat-glass.yaml"
};
static const unsigned char ratings_printing[] = {
#embed "../../rules/ratings/printing.yaml"
};
static const unsigned char targets_national_2018[] = {
#embed "../../rules/targets/national-2018.yaml"
};
static const unsigned char targets_national_2019[] = {
#embed "../../rules/targets/national-2019.yaml"
};

#define FILE_OF(path, text) {path, text, sizeof text}

static const emergency_rules_file files[] = {
    FILE_OF("rules/aqi/hj633-2012.yaml", aqi_hj633_2012),
    FILE_OF("rules/aqi/hj633-2026.yaml", aqi_hj633_2026),
    FILE_OF("rules/exemptions/henan-2019.yaml", exemptions_henan_2019),
    FILE_OF("rules/grading/beijing-2018.yaml", grading_beijing_2018),
    FILE_OF("rules/grading/beijing-2023.yaml", grading_beijing_2023),
    FILE_OF("rules/grading/national-2024.yaml", grading_national_2024),
    FILE_OF("rules/ratings/auto-repair.yaml", ratings_auto_repair),
    FILE_OF("rules/ratings/flat-glass.yaml", ratings_flat_glass),
    FILE_OF("rules/ratings/printing.yaml", ratings_printing),
    FILE_OF("rules/targets/national-2018.yaml", targets_national_2018),
    FILE_OF("rules/targets/national-2019.yaml", targets_national_2019),
};

const emergency_rules_file *emergency_shipped_rules(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
