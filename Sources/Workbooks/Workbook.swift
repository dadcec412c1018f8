internal import CXLSXWriter
package import Diagnostics
package import PlanModel
package import Printing

/// Tables as an Excel workbook. The same tables give the same bytes.
package struct Workbook: Sendable {
    private let title: String
    /// Said to be when it was made.
    private let time: CivilTime
    private let sheets: [Sheet]

    package struct Sheet: Sendable {
        /// At most 31 characters, none of `[]:*?/\`, different from all others.
        let name: String
        let table: DataTable
        /// Below the table, a line each.
        let notes: [String]
        /// Whether programs read it: its heads stand in the first row, its rows below, and nothing besides.
        let isPlain: Bool

        package init(_ name: String, _ table: DataTable, notes: [String]) {
            self.init(name, table, notes: notes, isPlain: false)
        }

        private init(_ name: String, _ table: DataTable, notes: [String], isPlain: Bool) {
            self.name = name
            self.table = table
            self.notes = notes
            self.isPlain = isPlain
        }

        static func plain(_ name: String, _ table: DataTable) -> Sheet {
            Sheet(name, table, notes: [], isPlain: true)
        }
    }

    package init(_ title: String, at time: CivilTime, sheets: [Sheet]) {
        self.title = title
        self.time = time
        self.sheets = sheets
    }

    /// Why there is no workbook, in one sentence.
    package struct Failure: Error, Sendable {
        package let message: Phrase
    }

    /// The whole file.
    package func bytes() throws(Failure) -> [UInt8] {
        let memory = try MemoryFile()
        guard let workbook = workbook_new(memory.path) else {
            throw Failure(message: Phrase(zh: "内存不够，写不了工作簿", en: "there is no memory for a workbook"))
        }
        describe(workbook)
        let formats = WorkbookFormats(workbook)
        var failed: lxw_error?
        for sheet in sheets {
            guard let page = workbook_add_worksheet(workbook, sheet.name) else {
                preconditionFailure("sheets have short names of their own")
            }
            do throws(SheetWriter.Failure) {
                let writer = SheetWriter(page, formats)
                if sheet.isPlain { try writer.writePlain(sheet.table) } else { try writer.write(sheet) }
            } catch {
                failed = error.code
                break
            }
        }
        // Frees the workbook too, whatever comes of it.
        let closed = workbook_close(workbook)
        if let code = failed ?? (closed == LXW_NO_ERROR ? nil : closed) {
            let reason = lxw_strerror(code).map { String(cString: $0) } ?? ""
            throw Failure(message: Phrase(zh: "写不了工作簿：\(reason)", en: "cannot write the workbook: \(reason)"))
        }
        return try memory.bytes()
    }

    private func describe(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        var text = Array(SheetWriter.words(title).utf8CString)
        text.withUnsafeMutableBufferPointer { text in
            var properties = lxw_doc_properties()
            properties.title = text.baseAddress
            // Beijing time is eight hours ahead; nothing of the clock gets in.
            properties.created = (time.minuteNumber - 8 * 60) * 60
            _ = workbook_set_properties(workbook, &properties)
        }
    }
}
