import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing
import Workbooks

/// The checklist of one sub-district, ready to be said in every form.
struct ChecklistReport {
    let book: PlanBook
    let order: AlertOrder
    let provenance: Provenance
    let checklist: PatrolChecklist

    func text(in style: TextStyle) -> String {
        provenance.caveatsText(in: style) + checklist.text(in: style)
    }

    var json: JSONValue {
        .document("emergency-checklist", of: provenance, order, [("checklist", checklist.json)])
    }

    var csv: String { [checklist.itemTable.saying(provenance.caveats)].csv }

    var map: JSONValue { checklist.geoJSON(of: provenance, order, district: book.district) }

    var workbook: Workbook {
        Workbook(checklist, title: title, at: order.effective, provenance: provenance)
    }

    var form: Workbook { PatrolForm(checklist, title: title, order, provenance: provenance).workbook }

    private var title: String { "\(checklist.subDistrict.text)街道\(order.level.title.chinese)预警巡查单" }
}
