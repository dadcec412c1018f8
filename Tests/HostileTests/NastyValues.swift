/// What people, spreadsheets and enemies type where a plan asks for a value.
enum NastyValues {
    /// Whole values, put where another value stood.
    static let scalars: [String] =
        [
            "", "~", "null", "true", "False", "yes", "\"\"", "''", "[]", "{}", "[[]]", "{{}: {}}", "[,]",
            "{a}", "{? a : b}", "{a: b, a: b}", "[a: b]", "? a", "-", "- a", "!", "!!str 3", "!!int x",
            "!!python/object:os.system [x]", "!<tag:a> b", "&a", "&a 1", "*a", "*", "@a", "`a`", "%YAML 1.2",
            "|", ">-", "|9", "|+\n\n", ">\n  深", "\"", "'", "\"\\", "\"\\u\"", "\"\\xff\"", "\"\\ud800\"",
            "\"\\U00110000\"", "\"\\0\"", "\"\\e[2J\"", "\"\\u202e\"", "# 文", "a # emergency: allow x — y",
            "a: b",
            "a：b", "：", "，", "。", "{{ x }}", "[x, *x, &x x]", "<<", "=", ".inf", ".NaN", "0x1F", "0o17",
            "1_000", "1:30", "-0", "+0", "- 0", "--1", "1e400", "1E-400", "0.1.2", "١٢ kg/d", "１２ kg/d",
            "Ⅻ kg/d",
        ] + numbers + quantities + days + words

    private static let numbers: [String] = [
        "0", "-1", "1", "366", "367", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "18446744073709551616", "4294967296", "2147483648", String(repeating: "9", count: 400),
        "0." + String(repeating: "0", count: 300) + "1", String(repeating: "0", count: 200) + "7", "1.", ".1",
        "1,000", "1 000", "1\u{A0}000",
    ]

    private static let quantities: [String] = [
        "9223372036854775807 g/d", "9223372036854775.807 kg/d", "9223372036854 t/d", "9e18 t/d",
        "9223372036854775807 t/a", "0 kg/d", "-0 kg/d", "-3 kg/d", "0.0001 kg/d", "1 kg", "1 kg/d/d", "kg/d",
        "1kg/d", "1  kg/d", "8.6 KG/D", "8.6 公斤/日", "1e3 kg/d", "1 t/a", "0.000001 t/a", "99999999 t/d",
        "100 %", "100.0001 %", "0 %", "101 %", "-1 %", "50%", "50 ％", "0.00001 %", "99.99999 %", "1/3",
        "9223372036854775807 %", "0 h", "25 h", "9223372036854775807 h", "2 d", "99999999999 d",
        "9223372036854775807 min", "14 /d", "999999999999999999 /d", "0.0000001 kWh/d", "960 吨/日", "0 /d",
        "9223372036854.775807 kWh/d", "9223372036854775807 元/d", "-1 元/d", "2000 枚/d", "5 辆/日",
    ]

    private static let days: [String] = [
        "2026-99-99", "2026-02-29", "2024-02-29", "0000-00-00", "0000-01-01", "9999-12-31", "99999-01-01",
        "-2026-01-01", "2026-1-1", "2026/01/01", "２０２６-01-01", "2026-01-01/2025-01-01", "2026-01-01/",
        "2026-01-01/9999-12-31", "0001-01-01/9999-12-31", "2026-01-01T00:00:00Z", "\"24:00\"", "\"00:00\"",
        "\"23:59\"", "24:60",
        "\"99:99\"", "08:00", "\"0:0\"",
    ]

    private static let words: [String] = [
        "district", "enterprise", "people", "duty", "measures", "all", "stop", "limit", "keep", "running",
        "idle", "standby", "yellow", "orange", "red", "[yellow, yellow]", "[red, orange, yellow, red]",
        "SO2", "{SO2: 100 %}", "{PM: 1 kg/d, PM: 1 kg/d}", "[SO2, SO2]", "月坛", "月谭", "牛街 ", "月\u{200B}坛",
        "\u{202E}坛月\u{202C}", "𠮷野家", "👩‍👩‍👧‍👦", "e\u{301}", "\u{FEFF}月坛", "\u{E000}", "\u{FFFE}", "\u{10FFFF}",
        "𪚥𪚥 x: y",
        "91110102EXAMP634TJ", "91110102EXAMP634TK", "911101020000000000", "C2319", "c2319", "C99999",
        "\"010-00000001\"",
        "010-00000001", "{lon: 116.33, lat: 39.9}", "{lon: 39.9, lat: 116.33}", "{lon: 181, lat: -91}",
        "{west: 1}",
        String(repeating: "长", count: 3000), "\"" + String(repeating: "x", count: 5000) + "\"",
        String(repeating: "[", count: 70),
        String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
        String(repeating: "{a: ", count: 63) + String(repeating: "}", count: 63),
        String(repeating: "- ", count: 80), "[" + String(repeating: "a, ", count: 1200) + "]",
    ]

    /// Bytes, put anywhere.
    static let bytes: [[UInt8]] =
        [
            [0x00], [0x01], [0x07], [0x08], [0x09], [0x0A], [0x0B], [0x0C], [0x0D], [0x0D, 0x0A], [0x1B],
            [0x7F],
            [0x80], [0xBF], [0xC0, 0xAF], [0xC2, 0x85], [0xC2, 0xA0], [0xC2], [0xE0, 0x80, 0x80],
            [0xE4, 0xB8],
            [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBE],
            [0xEF, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x98], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xFE, 0xFF], [0xFF, 0xFE], [0xFF], [0xD4, 0xC2, 0xCC, 0xB3],
        ]
        + [
            "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{3000}", "\u{FF1A}",
            "😀", "𠮷", "坛", "---\n", "\n---\n", "...\n", "\n...\n", "%TAG ! tag:a:\n", "\t", "  ", " ", ": ",
            "- ",
            "? ", "#", " #", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "{", "}", "[", "]", ",",
            "<<: *a\n",
            "# emergency: allow", "# emergency: allow review-overdue — 等待", "\\", "\\x", "$(x)", "\u{1B}[2J",
        ].map { Array($0.utf8) }

    /// Keys, put where another key stood; those of real plans are drawn from the plans.
    static let keys: [String] = [
        "", "~", "<<", "=", "*a", "&a a", "? a", "[a]", "{a: b}", "kind", "类型", "名称", "name",
        "\"na\\u006de\"",
        "'kind'", "kinds", "ｋind", "id ", "编号", "!!str id", "1", "2026-01-01", "null", "yellow", "Yellow",
        "黄色",
        "SO2", "so2", "SO₂", "VOC", "\u{202E}id", "i\u{200B}d", String(repeating: "k", count: 1100),
        String(repeating: "键", count: 400),
    ]
}
