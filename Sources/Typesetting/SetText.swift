internal import CPangoCairo
import Papers

/// Words broken into lines of a width.
final class SetText {
    let layout: OpaquePointer
    private let isEmpty: Bool

    /// - Parameters:
    ///   - points: How high the letters are.
    ///   - width: In points; nil for one line.
    ///   - lines: As many of each paragraph; the rest is left out, with dots.
    init(
        _ text: PaperText, _ type: TypeCase, points: Double, width: Double?, isRight: Bool = false,
        most lines: Int? = nil
    ) {
        layout = type.layout()
        type.setFont(of: layout, points: points)
        if let width {
            pango_layout_set_width(layout, Int32((width * Double(PANGO_SCALE)).rounded(.down)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        if isRight { pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
        if let lines {
            pango_layout_set_height(layout, Int32(-lines))
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        pango_layout_set_line_spacing(layout, 0)
        isEmpty = !text.runs.contains { !$0.text.isEmpty }
        let isPlain = !text.runs.contains { TypeCase.hasUnprintable($0.text) }
        if isPlain { set(text) { $0 } }
        // What no font has is rare: only then is each character asked for.
        if !isPlain || pango_layout_get_unknown_glyphs_count(layout) > 0 { set(text, type.settable) }
    }

    private func set(_ text: PaperText, _ words: (String) -> String) {
        var plain = ""
        let attributes = pango_attr_list_new()
        for run in text.runs {
            let start = plain.utf8.count
            let words = words(run.text)
            plain += words
            let end = plain.utf8.count
            func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
                attribute?.pointee.start_index = guint(start)
                attribute?.pointee.end_index = guint(end)
                pango_attr_list_insert(attributes, attribute)
            }
            if run.isBold {
                add(pango_attr_weight_new(PANGO_WEIGHT_BOLD))
            } else {
                for place in TypeCase.spoiltPlaces(in: words, from: start) {
                    // The language too: in Chinese the font would give its Chinese outline all the same.
                    for attribute in [
                        pango_attr_family_new(TypeCase.spoiltFamily),
                        pango_attr_language_new(pango_language_from_string("ja")),
                    ] {
                        attribute?.pointee.start_index = guint(place.lowerBound)
                        attribute?.pointee.end_index = guint(place.upperBound)
                        pango_attr_list_insert(attributes, attribute)
                    }
                }
            }
            if let (red, green, blue) = run.ink.color { add(pango_attr_foreground_new(red, green, blue)) }
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, plain, Int32(clamping: plain.utf8.count))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// In points.
    var size: (width: Double, height: Double) {
        var (width, height): (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &width, &height)
        return (Double(width) / Double(PANGO_SCALE), Double(height) / Double(PANGO_SCALE))
    }

    /// An empty cell has no height of its own.
    var height: Double { isEmpty ? 0 : size.height }

    /// The text as it was broken, a string a line.
    var lines: [String] {
        guard let text = pango_layout_get_text(layout) else { return [] }
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
        return (0..<pango_layout_get_line_count(layout)).compactMap { index in
            guard let line = pango_layout_get_line_readonly(layout, index) else { return nil }
            let start = Int(line.pointee.start_index)
            let end = min(bytes.count, start + Int(line.pointee.length))
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }
}

extension PaperText.Ink {
    /// In 65535ths; nil for black.
    fileprivate var color: (UInt16, UInt16, UInt16)? {
        switch self {
        case .black: nil
        case .quiet: (0x5500, 0x5500, 0x5500)
        case .good: (0x1000, 0x6000, 0x2800)
        case .bad: (0xB000, 0x1000, 0x1800)
        }
    }
}
