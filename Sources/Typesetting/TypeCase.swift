internal import CPangoCairo
import Diagnostics
import Papers

/// The fonts and their measures, for one task at a time: Pango shares nothing between threads.
final class TypeCase {
    /// Families in the order in which they are tried; the first is what pages are made for. Its Latin is half as wide as
    /// its Chinese, which suits numbers in columns; with the Latin of Noto Sans CJK SC, some capitals beside any Chinese
    /// make cairo 1.16 embed every subroutine of the font, 0.9 MB a file.
    static let families =
        "Noto Sans Mono CJK SC, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Zen Hei, Sans"
    static let wantedFamily = "Noto Sans Mono CJK SC"

    private let context: OpaquePointer
    private var shown: [Unicode.Scalar: Bool] = [:]
    /// By size.
    private var fonts: [Double: OpaquePointer] = [:]
    private var common: [Setting: SetText] = [:]
    /// Which characters no font has, in the order in which they came.
    private(set) var missing: [Unicode.Scalar] = []

    init() {
        guard let map = pango_cairo_font_map_new() else { preconditionFailure("pango has a font map") }
        // One point is one unit of the page.
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        context = pango_font_map_create_context(map)
        g_object_unref(map)
        let options = cairo_font_options_create()
        // Paper has no pixels to fit letters to.
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        // Nor letters to whole points; rounded, each would be moved by itself in the PDF.
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// The family with which Chinese is set, as the machine has it.
    var family: String {
        guard let wanted = pango_font_description_from_string("\(Self.families) 10") else { return "" }
        defer { pango_font_description_free(wanted) }
        guard let font = pango_context_load_font(context, wanted) else { return "" }
        defer { g_object_unref(font) }
        guard let found = pango_font_describe(font) else { return "" }
        defer { pango_font_description_free(found) }
        return pango_font_description_get_family(found).map { String(cString: $0) } ?? ""
    }

    /// Whether a Chinese character can be set at all.
    var hasChinese: Bool { isShown("街") && isShown("预") }

    func layout() -> OpaquePointer { pango_layout_new(context) }

    /// The text with what no font has named instead of drawn as a box: 〔U+20BB7〕.
    func settable(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            guard Self.isUnprintable(scalar) || !scalar.isASCII && !isShown(scalar) else {
                plain.unicodeScalars.append(scalar)
                continue
            }
            if !missing.contains(scalar) { missing.append(scalar) }
            plain += "〔\(scalar.codeText)〕"
        }
        return plain
    }

    /// Whether text holds what steers instead of being read, line breaks apart.
    static func hasUnprintable(_ text: String) -> Bool {
        text.maySteer && text.unicodeScalars.contains(where: isUnprintable)
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSteering && scalar != "\n"
    }

    /// The one character whose outline cairo 1.16 spoils when it takes a subset of the font: nothing is drawn for it,
    /// while its text is there. Found by drawing all 6,763 of GB 2312 and 14,500 more; the Japanese cut of the same
    /// font, which the same package brings, has it whole.
    private static let spoilt = Array("如".utf8)
    static let spoiltFamily = "Noto Sans Mono CJK JP"

    /// Where it stands in words, in bytes, counted on from where the words begin.
    static func spoiltPlaces(in words: String, from start: Int) -> [Range<Int>] {
        var words = words
        return words.withUTF8 { bytes in
            var places: [Range<Int>] = []
            var place = 0
            while place + 2 < bytes.count {
                // The first byte of a character stands nowhere inside another.
                if bytes[place] == spoilt[0], bytes[place + 1] == spoilt[1], bytes[place + 2] == spoilt[2] {
                    places.append(start + place..<start + place + 3)
                }
                place += 1
            }
            return places
        }
    }

    /// Short words that come again and again, such as the boxes of a list, broken once.
    func setText(_ text: PaperText, points: Double, width: Double, isRight: Bool) -> SetText {
        let key = Setting(words: text.plain, points: points, width: width, isRight: isRight)
        let isCommon =
            text.runs.count <= 1 && key.words.utf8.count <= 12
            && text.runs.allSatisfy { !$0.isBold && $0.ink == .black }
        if isCommon, let known = common[key] { return known }
        let set = SetText(text, self, points: points, width: width, isRight: isRight)
        if isCommon { common[key] = set }
        return set
    }

    private struct Setting: Hashable {
        let words: String
        let points: Double
        let width: Double
        let isRight: Bool
    }

    private func isShown(_ scalar: Unicode.Scalar) -> Bool {
        if let known = shown[scalar] { return known }
        let layout = layout()
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        setFont(of: layout, points: 10)
        pango_layout_set_text(layout, String(scalar), -1)
        let isThere = pango_layout_get_unknown_glyphs_count(layout) == 0
        shown[scalar] = isThere
        return isThere
    }

    func setFont(of layout: OpaquePointer, points: Double) {
        if let known = fonts[points] {
            pango_layout_set_font_description(layout, known)
            return
        }
        guard let font = pango_font_description_from_string(Self.families) else { return }
        pango_font_description_set_absolute_size(font, points * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        fonts[points] = font
    }
}
