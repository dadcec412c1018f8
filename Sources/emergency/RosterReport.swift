import Activating
import Diagnostics
import Papers
import PlanModel
import Printing
import Sheets
import Staffing
import Workbooks

/// The rosters of a response, ready to be said in every form.
struct RosterReport {
    let response: StaffedResponse
    let view: RosterView

    private var rosters: [DutyRoster] { response.subDistricts.map(\.roster) }
    private var order: AlertOrder { response.activation.order }

    /// Whether every seat has its person.
    var isFull: Bool { response.openSeats == 0 }

    func text(in style: TextStyle) -> String {
        let rosters = rosters
        let body =
            response.provenance.caveatsText(in: style) + response.holidaysText(in: style)
            + rosters.map { $0.text(in: style, by: view) }.joined(separator: "\n")
        guard rosters.count > 1 else { return body }
        return body + "\n" + tally(in: style)
    }

    private func tally(in style: TextStyle) -> String {
        let seats = rosters.reduce(0) { $0 + $1.seats }
        let open = rosters.filter { $0.openSeats > 0 }.map {
            "\(harmless($0.subDistrict.text)) \($0.openSeats)"
        }
        let proven = rosters.count { $0.search.isProven }
        var text = style.say(
            "\(rosters.count) 个街道 \(seats) 个岗次，空岗 \(response.openSeats)",
            "\(rosters.count) sub-districts, \(seats) seats, \(response.openSeats) open")
        if !open.isEmpty {
            text += style.say("（\(open.joined(separator: "、"))）", " (\(open.joined(separator: ", ")))")
        }
        text += style.say("；\(proven) 份已证明最优\n", "; \(proven) proven to be the best\n")
        return isFull ? text : style.paint(text, .bad)
    }

    var json: JSONValue {
        .document(
            "emergency-roster", of: response.provenance, order,
            [
                ("yearsWithoutHolidays", .array(response.missingHolidayYears.map { .integer(Int64($0)) })),
                ("rosters", .array(rosters.map(\.json))),
            ])
    }

    var csv: String { [rosters.seatTable.saying(response.provenance.caveats)].csv }

    var page: String { PaperPage(PaperFrame(response).rosters).text }

    var workbook: Workbook {
        Workbook(
            rosters, title: "\(response.book.district.name)空气重污染\(order.level.title.chinese)预警值班表",
            provenance: response.provenance)
    }
}
