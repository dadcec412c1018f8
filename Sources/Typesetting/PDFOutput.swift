internal import CPangoCairo
import Diagnostics
import PlanModel

/// A PDF that grows page by page in memory.
final class PDFOutput {
    let canvas: PageCanvas
    private let surface: OpaquePointer
    private let sink: ByteSink

    init(title: String, made time: CivilTime) {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes.append(
                    contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), 595.276, 841.89)
        guard let surface, let cairo = cairo_create(surface) else {
            preconditionFailure("cairo has a surface, if only one that says that it failed")
        }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "emergency")
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE,
            "\(time.date.isoText)T\(time.clockText):00+08:00")
        self.sink = sink
        self.surface = surface
        canvas = PageCanvas(cairo: cairo)
    }

    deinit {
        cairo_destroy(canvas.cairo)
        cairo_surface_destroy(surface)
    }

    func beginPage(_ sheet: SheetMeasures) {
        cairo_pdf_surface_set_size(surface, sheet.width * sheet.scale, sheet.height * sheet.scale)
        cairo_identity_matrix(canvas.cairo)
        cairo_scale(canvas.cairo, sheet.scale, sheet.scale)
    }

    func endPage() { cairo_show_page(canvas.cairo) }

    func finished() throws(TypesetPaper.Failure) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = String(cString: cairo_status_to_string(status))
            throw TypesetPaper.Failure(
                message: Phrase(zh: "PDF 写不成：\(reason)", en: "there is no PDF: \(reason)"),
                help: Phrase(zh: "腾出内存再试一次", en: "free some memory and try again"))
        }
        return sink.bytes
    }
}

private final class ByteSink {
    var bytes: [UInt8] = []
}
