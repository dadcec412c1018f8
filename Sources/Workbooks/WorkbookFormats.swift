internal import CXLSXWriter
import Printing

/// How cells look: one format a kind of cell, plain and of the whole.
struct WorkbookFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format
    let head: Format
    let note: Format
    /// Text that programs read as it is, whatever is typed over it.
    let words: Format
    private let plain: Kinds
    private let whole: Kinds
    private let workbook: UnsafeMutablePointer<lxw_workbook>

    private struct Kinds {
        let text: Format
        /// Of more than one line.
        let lines: Format
        let kilograms: Format
        let tonnes: Format
        let number: Format
        let hours: Format
    }

    /// Percents with as many decimals as a table needs.
    struct Percent {
        fileprivate let plain: Format
        fileprivate let whole: Format
    }

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func kinds(isWhole: Bool) -> Kinds {
            Kinds(
                text: Self.framed(workbook, nil, isWhole: isWhole),
                lines: Self.wrapped(Self.framed(workbook, nil, isWhole: isWhole)),
                kilograms: Self.framed(workbook, "#,##0.000", isWhole: isWhole),
                tonnes: Self.framed(workbook, "#,##0.000000", isWhole: isWhole),
                number: Self.framed(workbook, "0", isWhole: isWhole),
                hours: Self.framed(workbook, "0.0", isWhole: isWhole))
        }
        self.workbook = workbook
        title = Self.make(workbook)
        format_set_bold(title)
        format_set_font_size(title, 16)
        head = Self.framed(workbook, nil, isWhole: true)
        format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_text_wrap(head)
        note = Self.make(workbook)
        format_set_text_wrap(note)
        format_set_font_color(note, 0x5C6670)
        words = Self.make(workbook)
        format_set_num_format(words, "@")
        plain = kinds(isWhole: false)
        whole = kinds(isWhole: true)
    }

    func percent(decimals: Int) -> Percent {
        let code = "0." + String(repeating: "0", count: decimals) + "%"
        return Percent(
            plain: Self.framed(workbook, code, isWhole: false),
            whole: Self.framed(workbook, code, isWhole: true))
    }

    /// - Parameter wraps: Whether it takes more than one line.
    func format(of cell: DataTable.Cell, isWhole: Bool, percent: Percent, wraps: Bool) -> Format {
        let kinds = isWhole ? whole : plain
        return switch cell {
        case .text where wraps: kinds.lines
        case .text, .nothing: kinds.text
        case .kilograms: kinds.kilograms
        case .tonnes: kinds.tonnes
        case .number: kinds.number
        case .hours: kinds.hours
        case .percent: isWhole ? percent.whole : percent.plain
        }
    }

    private static func make(_ workbook: UnsafeMutablePointer<lxw_workbook>) -> Format {
        guard let format = workbook_add_format(workbook) else {
            preconditionFailure("a workbook gives out formats until memory ends")
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        return format
    }

    private static func wrapped(_ format: Format) -> Format {
        format_set_text_wrap(format)
        return format
    }

    private static func framed(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ code: String?, isWhole: Bool
    ) -> Format {
        let format = make(workbook)
        if let code { format_set_num_format(format, code) }
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0xB9C0C7)
        if isWhole {
            format_set_bold(format)
            format_set_bg_color(format, 0xF3F5F7)
        }
        return format
    }
}
